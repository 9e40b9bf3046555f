using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Sixteen pairs where q is a mean over scales, all in logarithms: what is asked where weights underflow in float.</summary>
internal sealed class LogScalePairs<TDivergence, TKernel, TDimensions>(TDivergence divergence, TKernel kernel, ScaleState[] scales)
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private readonly TDivergence divergence = divergence;
    private readonly TKernel kernel = kernel;

    /// <summary>ln sum_j w_ij of one scale.</summary>
    [MethodImpl(HotLoop.Alone)]
    public double LogSum(ScaleState scale, Coordinates positions, int i)
    {
        RowGeometry<TDimensions> row = new(positions, i);
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

        return float.IsNegativeInfinity(top) ? top : top + Math.Log(sum);
    }

    /// <summary>Writes h_ij q_u,ij / q_ij of every scale u, or those of the pairs (j, i).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Pulls(Lanes f, int i, int j, bool isThere, Lanes p, Span<Lanes> pulls)
    {
        Lanes mean = LogProbabilities(f, i, j, isThere, pulls);
        Lanes h = divergence.Pull(p, Lanes.Exp(mean), mean);
        for (int u = 0; u < scales.Length; u++)
        {
            pulls[u] = h * Lanes.Exp(pulls[u] - mean);
        }
    }

    /// <summary>The terms of the cost and -(a - 1) p ln w, w the mean over scales.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Lanes Cost(Lanes f, int i, int j, bool isThere, Lanes p, float extra)
    {
        Span<Lanes> logarithms = stackalloc Lanes[scales.Length];
        Lanes mean = LogProbabilities(f, i, j, isThere, logarithms);
        Lanes cost = divergence.Term(p, Lanes.Exp(mean), mean);
        return extra == 0 ? cost : cost - (Lanes.Broadcast(extra) * p * LogMeanWeight(f, logarithms));
    }

    /// <summary>k_ij + k_ji.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Lanes ForceConstant(Lanes f, int i, int j, Lanes there, Lanes back, float extra) =>
        Lanes.Select(f > Lanes.Zero, ForceConstant(f, i, j, true, there, extra) + ForceConstant(f, i, j, false, back, extra), Lanes.Zero);

    /// <summary>k of sixteen pairs in one direction: the mean over scales of -psi_u (h q_u / q - q_u sum - (a - 1) p w_u / w).</summary>
    [MethodImpl(HotLoop.Alone)]
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
