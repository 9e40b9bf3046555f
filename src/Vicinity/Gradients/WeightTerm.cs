using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The weight itself.</summary>
internal readonly struct WeightTerm : IPairTerm
{
    public bool IsZero => false;

    public bool ReadsLogarithm => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes There(Lanes weight, Lanes logWeight, int i, int j) => weight;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Back(Lanes weight, Lanes logWeight, int i, int j) => weight;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Each(Lanes weight, Lanes logWeight, int i, int j, out Lanes there, out Lanes back) => there = back = There(weight, logWeight, i, j);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Both(Lanes weight, Lanes logWeight, int i, int j) => weight + weight;
}
