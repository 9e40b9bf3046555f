using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>The term of the cost from the divergence itself, and -(a - 1) p ln w.</summary>
/// <param name="divergence">The cost.</param>
/// <param name="rows">p.</param>
/// <param name="state">S of the points.</param>
/// <param name="extra">a - 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct DirectCost<TDivergence, TRows>(TDivergence divergence, TRows rows, PairState state, float extra) : IPairTerm
    where TDivergence : struct, IDivergence
    where TRows : struct, IPairRows
{
    private readonly TDivergence divergence = divergence;
    private readonly TRows rows = rows;
    private readonly float[] inverses = state.Inverses;
    private readonly float[] logarithms = state.Logarithms;

    public bool IsZero => false;

    public bool ReadsLogarithm => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes There(Lanes weight, Lanes logWeight, int i, int j) =>
        Cost(rows.There(i, j), weight, logWeight, Lanes.Broadcast(inverses[i]), Lanes.Broadcast(logarithms[i]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Back(Lanes weight, Lanes logWeight, int i, int j) =>
        Cost(rows.Back(i, j), weight, logWeight, PairState.Sixteen(inverses, j), PairState.Sixteen(logarithms, j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Each(Lanes weight, Lanes logWeight, int i, int j, out Lanes there, out Lanes back) =>
        (there, back) = (There(weight, logWeight, i, j), Back(weight, logWeight, i, j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Both(Lanes weight, Lanes logWeight, int i, int j) => There(weight, logWeight, i, j) + Back(weight, logWeight, i, j);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Cost(Lanes p, Lanes weight, Lanes logWeight, Lanes inverse, Lanes logarithm)
    {
        Lanes cost = divergence.Term(p, PairState.Probability(weight, inverse), logWeight - logarithm);
        if (extra != 0)
        {
            cost = Lanes.FusedMultiplyAdd(Lanes.Broadcast(-extra) * p, logWeight, cost);
        }

        return Lanes.Select(inverse > Lanes.Zero, cost, Lanes.Zero);
    }
}
