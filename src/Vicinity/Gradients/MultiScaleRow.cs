using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The dense sums of one point where q is a mean over scales, sixteen pairs at a time; where weights underflow, in logarithms.</summary>
/// <param name="divergence">The cost.</param>
/// <param name="kernel">w.</param>
/// <param name="scales">beta and S of the scales.</param>
/// <param name="isPlain">Of every sixteen rows, if no S is too small for float.</param>
internal sealed class MultiScaleRow<TDivergence, TKernel, TDimensions>(TDivergence divergence, TKernel kernel, ScaleState[] scales, bool[] isPlain)
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    /// <summary>A mean over scales below it is left to logarithms: its ratio to a scale has lost its digits, or it is 0.</summary>
    private const float SmallestMean = 1e-30f;
    private const int TileColumns = 1024;

    private readonly TDivergence divergence = divergence;
    private readonly TKernel kernel = kernel;
    private readonly LogScalePairs<TDivergence, TKernel, TDimensions> logarithmic = new(divergence, kernel, scales);
    private readonly float share = 1f / scales.Length;

    /// <summary>Writes ln sum_j w_ij of every scale.</summary>
    public void SumWeights(Coordinates positions, int i)
    {
        foreach (ScaleState scale in scales)
        {
            double logarithm = Math.Log(WeightSum(scale.Precision, positions, i));
            scale.RowLogarithms[i] = logarithm > ScaleState.SmallestLogarithm ? logarithm : logarithmic.LogSum(scale, positions, i);
        }
    }

    /// <summary>Writes sum_j h_ij q_u,ij / q_ij of every scale u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SumPulls(Coordinates positions, int i, ScratchRows p)
    {
        RowGeometry<TDimensions> row = new(positions, i);
        Span<Lanes> pulls = stackalloc Lanes[scales.Length];
        Span<Lanes> sums = stackalloc Lanes[scales.Length];
        foreach (ScaleState scale in scales)
        {
            scale.RowPulls[i] = 0;
        }

        for (int tile = 0; tile < positions.Stride; tile += TileColumns)
        {
            sums.Clear();
            for (int j = tile; j < Math.Min(positions.Stride, tile + TileColumns); j += Lanes.Count)
            {
                Lanes f = row.Squared(j);
                Lanes q = Probabilities(f, i, pulls);
                if (!isPlain[i / Lanes.Count] || IsTiny(q))
                {
                    logarithmic.Pulls(f, i, j, p.There(i, j), pulls);
                    q = Lanes.Broadcast(1);
                }
                else
                {
                    q = Slope(p.There(i, j), q);
                }

                for (int u = 0; u < pulls.Length; u++)
                {
                    sums[u] += row.OfOthers(j, q * pulls[u]);
                }
            }

            for (int u = 0; u < sums.Length; u++)
            {
                scales[u].RowPulls[i] += sums[u].Sum();
            }
        }
    }

    /// <summary>sum_j (k_ij + k_ji)(y_i - y_j).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RowForce Force(Coordinates positions, int i, ScratchRows p, float extra)
    {
        RowGeometry<TDimensions> row = new(positions, i);
        Span<Lanes> weights = stackalloc Lanes[scales.Length];
        RowForce total = default;
        for (int tile = 0; tile < positions.Stride; tile += TileColumns)
        {
            (Lanes sumX, Lanes sumY, Lanes sumZ) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
            for (int j = tile; j < Math.Min(positions.Stride, tile + TileColumns); j += Lanes.Count)
            {
                (Lanes dx, Lanes dy, Lanes dz) = (row.Difference(0, j), row.Difference(1, j), row.Difference(2, j));
                Lanes k = row.OfOthers(j, ForceConstant(RowGeometry<TDimensions>.Squared(dx, dy, dz), i, j, p.There(i, j), p.Back(i, j), extra, weights));
                sumX = Lanes.FusedMultiplyAdd(k, dx, sumX);
                sumY = Lanes.FusedMultiplyAdd(k, dy, sumY);
                sumZ = Lanes.FusedMultiplyAdd(k, dz, sumZ);
            }

            total.Add(sumX.Sum(), sumY.Sum(), sumZ.Sum());
        }

        return total;
    }

    /// <summary>sum_j of the terms of the cost and of -(a - 1) p ln w, w the mean over scales.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Cost(Coordinates positions, int i, ScratchRows p, float extra)
    {
        RowGeometry<TDimensions> row = new(positions, i);
        Span<Lanes> shares = stackalloc Lanes[scales.Length];
        double total = 0;
        for (int j = 0; j < positions.Stride; j += Lanes.Count)
        {
            Lanes f = row.Squared(j);
            Lanes q = Probabilities(f, i, shares);
            Lanes cost = extra != 0 || !isPlain[i / Lanes.Count] || IsTiny(q)
                ? logarithmic.Cost(f, i, j, p.There(i, j), extra)
                : Term(p.There(i, j), q);
            total += row.OfOthers(j, cost).Sum();
        }

        return total;
    }

    /// <summary>k_ij + k_ji of sixteen pairs: the sum over scales of psi_u w_u ((sum_u - h / q) / S_u + (a - 1) p / w), both directions together.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private Lanes ForceConstant(Lanes f, int i, int j, Lanes there, Lanes back, float extra, Span<Lanes> weights)
    {
        (Lanes qThere, Lanes qBack, Lanes w) = (Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (int u = 0; u < weights.Length; u++)
        {
            Lanes weight = kernel.Weight(Lanes.Broadcast(scales[u].Precision) * f, Lanes.Broadcast(1));
            weights[u] = weight;
            qThere = Lanes.FusedMultiplyAdd(weight, Lanes.Broadcast(scales[u].Inverses[i]), qThere);
            qBack = Lanes.FusedMultiplyAdd(weight, PairState.Sixteen(scales[u].Inverses, j), qBack);
            w += weight;
        }

        if (!isPlain[i / Lanes.Count] || !isPlain[j / Lanes.Count] || IsTiny(Lanes.Min(w, Lanes.Min(qThere, qBack))))
        {
            return logarithmic.ForceConstant(f, i, j, there, back, extra);
        }

        Lanes slopeThere = Slope(there, Lanes.Broadcast(share) * qThere);
        Lanes slopeBack = Slope(back, Lanes.Broadcast(share) * qBack);
        Lanes pull = extra == 0 ? Lanes.Zero : Lanes.Broadcast(extra / share) * (there + back) / w;
        Lanes k = Lanes.Zero;
        for (int u = 0; u < weights.Length; u++)
        {
            ScaleState scale = scales[u];
            Lanes precision = Lanes.Broadcast(scale.Precision);
            Lanes bracket = Lanes.FusedMultiplyAdd(Lanes.Broadcast(scale.PullSums[i]) - slopeThere, Lanes.Broadcast(scale.Inverses[i]), pull);
            bracket = Lanes.FusedMultiplyAdd(PairState.Sixteen(scale.PullSums, j) - slopeBack, PairState.Sixteen(scale.Inverses, j), bracket);
            k = Lanes.FusedMultiplyAdd(precision * kernel.Decay(precision * f, Lanes.Broadcast(1)) * weights[u], bracket, k);
        }

        return k * Lanes.Broadcast(share);
    }

    /// <summary>sum_j w_ij of one scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double WeightSum(float precision, Coordinates positions, int i)
    {
        RowGeometry<TDimensions> row = new(positions, i);
        double total = 0;
        for (int tile = 0; tile < positions.Stride; tile += TileColumns)
        {
            Lanes sum = Lanes.Zero;
            for (int j = tile; j < Math.Min(positions.Stride, tile + TileColumns); j += Lanes.Count)
            {
                sum += row.OfOthers(j, kernel.Weight(Lanes.Broadcast(precision) * row.Squared(j), Lanes.Broadcast(1)));
            }

            total += sum.Sum();
        }

        return total;
    }

    /// <summary>Writes q_u,ij of all scales; returns their mean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Probabilities(Lanes f, int i, Span<Lanes> q)
    {
        Lanes sum = Lanes.Zero;
        for (int u = 0; u < q.Length; u++)
        {
            q[u] = kernel.Weight(Lanes.Broadcast(scales[u].Precision) * f, Lanes.Broadcast(1)) * Lanes.Broadcast(scales[u].Inverses[i]);
            sum += q[u];
        }

        return sum * Lanes.Broadcast(share);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsTiny(Lanes mean) => (mean < Lanes.Broadcast(SmallestMean)).IsAnywhere;

    /// <summary>dC/dq = h / q. A call of its own, since the compiler inlines only so much into one loop.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private Lanes Slope(Lanes p, Lanes q) => divergence.Pull(p, q, Lanes.Log(q)) / q;

    /// <summary>The terms of the cost. A call of its own, too.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private Lanes Term(Lanes p, Lanes q) => divergence.Term(p, q, Lanes.Log(q));
}
