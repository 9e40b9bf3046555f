using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>The dense sums of one point for any divergence and kernel, asymmetric ones too, sixteen at a time, in logarithms.</summary>
/// <param name="divergence">The cost.</param>
/// <param name="kernel">The kernel.</param>
/// <param name="state">What all rows share.</param>
/// <param name="positions">Y.</param>
/// <param name="i">The point.</param>
/// <param name="there">p_ij for all j, padded.</param>
/// <param name="back">p_ji for all j, padded.</param>
internal readonly ref struct GeneralRow<TDivergence, TKernel, TDimensions>(
    TDivergence divergence, TKernel kernel, GeneralState state, Coordinates positions, int i, ReadOnlySpan<float> there, ReadOnlySpan<float> back)
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private readonly LaneRow<TDimensions> row = new(positions, i);
    private readonly ref float there = ref MemoryMarshal.GetReference(there);
    private readonly ref float back = ref MemoryMarshal.GetReference(back);
    private readonly int stride = positions.Stride;

    /// <summary>sum_j h_ij.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double PullSum()
    {
        double total = 0;
        for (int start = 0; start < stride; start += LaneRow<TDimensions>.Chunk)
        {
            Lanes sum = Lanes.Zero;
            for (int j = start; j < Math.Min(stride, start + LaneRow<TDimensions>.Chunk); j += Lanes.Count)
            {
                Lanes lnQ = LogProbability(row.Squared(j));
                Lanes h = divergence.Pull(Lanes.Load(ref there, j), Lanes.Exp(lnQ), lnQ);
                sum += row.OfOthers(h, j);
            }

            total += sum.Sum();
        }

        return total;
    }

    /// <summary>sum_j of the terms of the cost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double TermSum()
    {
        double total = 0;
        for (int j = 0; j < stride; j += Lanes.Count)
        {
            Lanes lnQ = LogProbability(row.Squared(j));
            Lanes term = divergence.Term(Lanes.Load(ref there, j), Lanes.Exp(lnQ), lnQ);
            total += row.OfOthers(term, j).Sum();
        }

        return total;
    }

    /// <summary>sum_j (k_ij + k_ji)(y_i - y_j), k_ij = psi_ij (q_ij sum h - h_ij + (a - 1) p_ij).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RowForce Force(float exaggeration)
    {
        Lanes extra = Lanes.Broadcast(exaggeration - 1);
        RowForce total = default;
        for (int start = 0; start < stride; start += LaneRow<TDimensions>.Chunk)
        {
            (Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
            for (int j = start; j < Math.Min(stride, start + LaneRow<TDimensions>.Chunk); j += Lanes.Count)
            {
                (Lanes dx, Lanes dy, Lanes dz) = (row.Difference(0, j), row.Difference(1, j), row.Difference(2, j));
                Lanes k = row.OfOthers(ForceConstants(LaneRow<TDimensions>.Squared(dx, dy, dz), j, extra), j);
                sumX = Lanes.FusedMultiplyAdd(k, dx, sumX);
                sumY = default(TDimensions).Count > 1 ? Lanes.FusedMultiplyAdd(k, dy, sumY) : sumY;
                sumZ = default(TDimensions).Count > 2 ? Lanes.FusedMultiplyAdd(k, dz, sumZ) : sumZ;
            }

            total.Add(sumX.Sum(), sumY.Sum(), sumZ.Sum());
        }

        return total;
    }

    /// <summary>k_ij + k_ji.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes ForceConstants(Lanes f, int j, Lanes extra)
    {
        Lanes lnW = kernel.LogWeight(f, Lanes.Broadcast(state.Theta[i]));
        Lanes psi = kernel.Decay(f, Lanes.Broadcast(state.Theta[i]));
        Lanes k = psi * Bracket(Lanes.Load(ref there, j), extra,
            lnW - Lanes.Broadcast(state.LogNormalizers[i]), Lanes.Broadcast(state.PullSums[i]));
        if (state.IsSymmetric)
        {
            return k + k;
        }

        lnW = kernel.IsPerPoint ? kernel.LogWeight(f, Shared(state.Theta, j)) : lnW;
        psi = kernel.IsPerPoint ? kernel.Decay(f, Shared(state.Theta, j)) : psi;
        Lanes bracket = Bracket(Lanes.Load(ref back, j), extra, lnW - Shared(state.LogNormalizers, j), Shared(state.PullSums, j));
        return Lanes.FusedMultiplyAdd(psi, bracket, k);
    }

    /// <summary>k / psi = q sum h - h + (a - 1) p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Bracket(Lanes p, Lanes extra, Lanes lnQ, Lanes pullSum)
    {
        Lanes q = Lanes.Exp(lnQ);
        return Lanes.FusedMultiplyAdd(extra, p, Lanes.FusedMultiplyAdd(q, pullSum, -divergence.Pull(p, q, lnQ)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes LogProbability(Lanes f) =>
        kernel.LogWeight(f, Lanes.Broadcast(state.Theta[i])) - Lanes.Broadcast(state.LogNormalizers[i]);

    /// <summary>The values of the sixteen points from j on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes Shared(float[] values, int j) => Lanes.Load(ref MemoryMarshal.GetArrayDataReference(values), j);
}
