using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The dense sums of one point where q is a mean over scales, sixteen pairs at a time, all in logarithms.</summary>
internal sealed class MultiScaleRow<TDivergence, TKernel, TDimensions>(TDivergence divergence, TKernel kernel, ScaleState[] scales)
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private readonly TDivergence divergence = divergence;
    private readonly TKernel kernel = kernel;

    /// <summary>Writes ln sum_j w_ij of every scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SumWeights(Coordinates positions, int i)
    {
        RowGeometry<TDimensions> row = new(positions, i);
        foreach (ScaleState scale in scales)
        {
            Lanes largest = Lanes.Broadcast(float.NegativeInfinity);
            for (int j = 0; j < positions.Stride; j += Lanes.Count)
            {
                largest = Lanes.Max(largest, row.OfOthers(j, LogWeight(scale, row.Squared(j)), Lanes.Broadcast(float.NegativeInfinity)));
            }

            float top = Largest(largest);
            double sum = 0;
            for (int j = 0; j < positions.Stride; j += Lanes.Count)
            {
                sum += row.OfOthers(j, Lanes.Exp(LogWeight(scale, row.Squared(j)) - Lanes.Broadcast(top))).Sum();
            }

            scale.RowLogarithms[i] = float.IsNegativeInfinity(top) ? top : top + Math.Log(sum);
        }
    }

    /// <summary>Writes sum_j h_ij q_u,ij / q_ij of every scale u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SumPulls(Coordinates positions, int i, ScratchRows p)
    {
        RowGeometry<TDimensions> row = new(positions, i);
        Span<Lanes> lnQ = stackalloc Lanes[scales.Length];
        foreach (ScaleState scale in scales)
        {
            scale.RowPulls[i] = 0;
        }

        for (int j = 0; j < positions.Stride; j += Lanes.Count)
        {
            Lanes mean = LogProbabilities(row.Squared(j), i, j, isThere: true, lnQ);
            Lanes h = divergence.Pull(p.There(i, j), Lanes.Exp(mean), mean);
            for (int u = 0; u < scales.Length; u++)
            {
                scales[u].RowPulls[i] += row.OfOthers(j, h * Lanes.Exp(lnQ[u] - mean)).Sum();
            }
        }
    }

    /// <summary>sum_j (k_ij + k_ji)(y_i - y_j).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RowForce Force(Coordinates positions, int i, ScratchRows p, float extra)
    {
        RowGeometry<TDimensions> row = new(positions, i);
        RowForce total = default;
        for (int j = 0; j < positions.Stride; j += Lanes.Count)
        {
            (Lanes dx, Lanes dy, Lanes dz) = (row.Difference(0, j), row.Difference(1, j), row.Difference(2, j));
            Lanes f = RowGeometry<TDimensions>.Squared(dx, dy, dz);
            Lanes k = ForceConstant(f, i, j, true, p.There(i, j), extra) + ForceConstant(f, i, j, false, p.Back(i, j), extra);
            k = row.OfOthers(j, Lanes.Select(f > Lanes.Zero, k, Lanes.Zero));
            total.Add((k * dx).Sum(), (k * dy).Sum(), (k * dz).Sum());
        }

        return total;
    }

    /// <summary>sum_j of the terms of the cost and of -(a - 1) p ln w, w the mean over scales.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Cost(Coordinates positions, int i, ScratchRows p, float extra)
    {
        RowGeometry<TDimensions> row = new(positions, i);
        Span<Lanes> logarithms = stackalloc Lanes[scales.Length];
        double total = 0;
        for (int j = 0; j < positions.Stride; j += Lanes.Count)
        {
            Lanes f = row.Squared(j);
            Lanes mean = LogProbabilities(f, i, j, isThere: true, logarithms);
            Lanes cost = divergence.Term(p.There(i, j), Lanes.Exp(mean), mean);
            if (extra != 0)
            {
                cost -= Lanes.Broadcast(extra) * p.There(i, j) * LogMeanWeight(f, logarithms);
            }

            total += row.OfOthers(j, cost).Sum();
        }

        return total;
    }

    /// <summary>k of sixteen pairs in one direction: the mean over scales of -psi_u (h q_u / q - q_u sum - (a - 1) p w_u / w).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Lanes ForceConstant(Lanes f, int i, int j, bool isThere, Lanes p, float extra)
    {
        Span<Lanes> lnW = stackalloc Lanes[scales.Length];
        Span<Lanes> lnQ = stackalloc Lanes[scales.Length];
        Lanes meanQ = LogProbabilities(f, i, j, isThere, lnQ);
        Lanes meanW = extra == 0 ? Lanes.Zero : LogMeanWeight(f, lnW);
        Lanes h = divergence.Pull(p, Lanes.Exp(meanQ), meanQ);
        Lanes k = Lanes.Zero;
        for (int u = 0; u < scales.Length; u++)
        {
            Lanes slope = (h * Lanes.Exp(lnQ[u] - meanQ)) - (Lanes.Exp(lnQ[u]) * At(scales[u].PullSums, i, j, isThere));
            slope = extra == 0 ? slope : slope - (Lanes.Broadcast(extra) * p * Lanes.Exp(lnW[u] - meanW));
            Lanes precision = Lanes.Broadcast(scales[u].Precision);
            k -= precision * kernel.Decay(precision * f, Lanes.Broadcast(1)) * slope;
        }

        return k * Lanes.Broadcast(1f / scales.Length);
    }

    /// <summary>Writes ln q_u of all scales; returns the logarithm of their mean.</summary>
    private Lanes LogProbabilities(Lanes f, int i, int j, bool isThere, Span<Lanes> lnQ)
    {
        for (int u = 0; u < scales.Length; u++)
        {
            lnQ[u] = LogWeight(scales[u], f) - At(scales[u].Logarithms, i, j, isThere);
        }

        return LogMean(lnQ);
    }

    /// <summary>Writes ln w_u of all scales; returns the logarithm of their mean.</summary>
    private Lanes LogMeanWeight(Lanes f, Span<Lanes> lnW)
    {
        for (int u = 0; u < scales.Length; u++)
        {
            lnW[u] = LogWeight(scales[u], f);
        }

        return LogMean(lnW);
    }

    private Lanes LogWeight(ScaleState scale, Lanes f) => kernel.LogWeight(Lanes.Broadcast(scale.Precision) * f, Lanes.Broadcast(1));

    private static Lanes LogMean(ReadOnlySpan<Lanes> logarithms)
    {
        Lanes largest = logarithms[0];
        foreach (Lanes logarithm in logarithms)
        {
            largest = Lanes.Max(largest, logarithm);
        }

        Lanes sum = Lanes.Zero;
        foreach (Lanes logarithm in logarithms)
        {
            sum += Lanes.Exp(logarithm - largest);
        }

        return largest + Lanes.Log(sum * Lanes.Broadcast(1f / logarithms.Length));
    }

    /// <summary>The number of row i, or those of the rows j.</summary>
    private static Lanes At(float[] values, int i, int j, bool isThere) => isThere ? Lanes.Broadcast(values[i]) : PairState.Sixteen(values, j);

    private static float Largest(Lanes values)
    {
        Span<float> sixteen = stackalloc float[Lanes.Count];
        values.Store(sixteen);
        float largest = sixteen[0];
        foreach (float value in sixteen)
        {
            largest = Math.Max(largest, value);
        }

        return largest;
    }
}
