using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>A term that is the same for both directions of a pair wherever the weights are: one S, a symmetric p.</summary>
internal readonly struct EvenTerm<TTerm>(TTerm term) : IPairTerm
    where TTerm : struct, IPairTerm
{
    private readonly TTerm term = term;

    public bool IsZero => term.IsZero;

    public bool ReadsLogarithm => term.ReadsLogarithm;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes There(Lanes weight, Lanes logWeight, int i, int j) => term.There(weight, logWeight, i, j);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Back(Lanes weight, Lanes logWeight, int i, int j) => term.Back(weight, logWeight, i, j);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Each(Lanes weight, Lanes logWeight, int i, int j, out Lanes there, out Lanes back) => there = back = There(weight, logWeight, i, j);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Both(Lanes weight, Lanes logWeight, int i, int j)
    {
        Lanes there = term.There(weight, logWeight, i, j);
        return there + there;
    }
}
