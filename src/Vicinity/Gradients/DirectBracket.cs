using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>q_ij sum h - h_ij + (a - 1) p_ij from the divergence itself.</summary>
/// <param name="divergence">The cost.</param>
/// <param name="rows">p.</param>
/// <param name="state">S and sum h of the points.</param>
/// <param name="extra">a - 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct DirectBracket<TDivergence, TRows>(TDivergence divergence, TRows rows, PairState state, float extra) : IPairTerm
    where TDivergence : struct, IDivergence
    where TRows : struct, IPairRows
{
    private readonly TDivergence divergence = divergence;
    private readonly TRows rows = rows;
    private readonly float[] inverses = state.Inverses;
    private readonly float[] logarithms = state.Logarithms;
    private readonly float[] pullSums = state.PullSums;

    public bool IsZero => false;

    public bool ReadsLogarithm => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes There(Lanes weight, Lanes logWeight, int i, int j) => Bracket(
        rows.There(i, j), weight, logWeight, Lanes.Broadcast(inverses[i]), Lanes.Broadcast(logarithms[i]), Lanes.Broadcast(pullSums[i]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Back(Lanes weight, Lanes logWeight, int i, int j) => Bracket(
        rows.Back(i, j), weight, logWeight, PairState.Sixteen(inverses, j), PairState.Sixteen(logarithms, j), PairState.Sixteen(pullSums, j));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Each(Lanes weight, Lanes logWeight, int i, int j, out Lanes there, out Lanes back)
    {
        if (divergence is not IPairedPull)
        {
            there = There(weight, logWeight, i, j);
            back = Back(weight, logWeight, i, j);
            return;
        }

        // Only asked where p = 0, so there is no (a - 1) p.
        Lanes q = PairState.Probability(weight, Lanes.Broadcast(inverses[i]));
        Lanes other = PairState.Probability(weight, PairState.Sixteen(inverses, j));
        ((IPairedPull)divergence).Pull(q, other, out there, out back);
        there = Lanes.FusedMultiplyAdd(q, Lanes.Broadcast(pullSums[i]), -there);
        back = Lanes.FusedMultiplyAdd(other, PairState.Sixteen(pullSums, j), -back);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Both(Lanes weight, Lanes logWeight, int i, int j)
    {
        Each(weight, logWeight, i, j, out Lanes there, out Lanes back);
        return there + back;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Bracket(Lanes p, Lanes weight, Lanes logWeight, Lanes inverse, Lanes logarithm, Lanes pullSum)
    {
        Lanes q = PairState.Probability(weight, inverse);
        Lanes pull = divergence.Pull(p, q, logWeight - logarithm);
        Lanes bracket = Lanes.FusedMultiplyAdd(Lanes.Broadcast(extra), p, Lanes.FusedMultiplyAdd(q, pullSum, -pull));
        return Lanes.Select(inverse > Lanes.Zero, bracket, Lanes.Zero);
    }
}
