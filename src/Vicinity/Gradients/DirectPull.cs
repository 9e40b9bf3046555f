using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>h_ij from the divergence itself.</summary>
/// <param name="divergence">The cost.</param>
/// <param name="rows">p.</param>
/// <param name="state">S of the points.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct DirectPull<TDivergence, TRows>(TDivergence divergence, TRows rows, PairState state) : IPairTerm
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
        Pull(rows.There(i, j), weight, logWeight, Lanes.Broadcast(inverses[i]), Lanes.Broadcast(logarithms[i]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Back(Lanes weight, Lanes logWeight, int i, int j) =>
        Pull(rows.Back(i, j), weight, logWeight, PairState.Sixteen(inverses, j), PairState.Sixteen(logarithms, j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Each(Lanes weight, Lanes logWeight, int i, int j, out Lanes there, out Lanes back)
    {
        if (divergence is IPairedPull)
        {
            Lanes q = PairState.Probability(weight, Lanes.Broadcast(inverses[i]));
            ((IPairedPull)divergence).Pull(q, PairState.Probability(weight, PairState.Sixteen(inverses, j)), out there, out back);
            return;
        }

        there = There(weight, logWeight, i, j);
        back = Back(weight, logWeight, i, j);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Both(Lanes weight, Lanes logWeight, int i, int j)
    {
        Each(weight, logWeight, i, j, out Lanes there, out Lanes back);
        return there + back;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Pull(Lanes p, Lanes weight, Lanes logWeight, Lanes inverse, Lanes logarithm) =>
        Lanes.Select(inverse > Lanes.Zero, divergence.Pull(p, PairState.Probability(weight, inverse), logWeight - logarithm), Lanes.Zero);
}
