using System.Buffers;

namespace Vicinity;

/// <summary>The rows whose weights nearly all underflow in float, in double: q_ij = exp(ln w_ij - ln S). Rare, so plain.</summary>
/// <param name="divergence">The cost.</param>
/// <param name="weights">The weights; their double forms are used.</param>
/// <param name="values">p.</param>
/// <param name="threads">Cores to use.</param>
internal sealed class FarRows<TDivergence, TWeights, TPoint>(TDivergence divergence, TWeights weights, IPairValues values, int threads) : IFarNormalizers
    where TDivergence : struct, IDivergence
    where TWeights : struct, IPairWeights<TPoint>
    where TPoint : struct
{
    private const int BlockSize = 16;

    private delegate void RowWork(int i, ReadOnlySpan<float> there, ReadOnlySpan<float> back);

    /// <summary>Writes ln S_i = m + ln sum_j exp(ln w_ij - m), m the largest ln w_ij, for the rows named; -infinity if there is no other point.</summary>
    public void LogNormalizers(Coordinates positions, ReadOnlyMemory<int> rows, double[] logNormalizers) =>
        Blocks.Run(rows.Length, BlockSize, threads, (_, first, end) =>
        {
            foreach (int i in rows.Span[first..end])
            {
                logNormalizers[i] = LogNormalizer(positions, i);
            }
        });

    /// <summary>Writes sum_j h_ij for the rows named.</summary>
    public void PullSums(Coordinates positions, ReadOnlyMemory<int> rows, double[] logNormalizers, double[] pullSums) =>
        SumRows(positions, rows, logNormalizers, pullSums, (p, lnW, lnQ) => divergence.Pull(p, Math.Exp(lnQ), lnQ));

    /// <summary>Adds the sums of the terms of the cost for the rows named: those at p = 0, or at p with -(a - 1) p ln w.</summary>
    public void AddCosts(
        Coordinates positions, ReadOnlyMemory<int> rows, double[] logNormalizers, double exaggeration, bool atZero, double[] costs)
    {
        double[] sums = new double[values.Count];
        SumRows(positions, rows, logNormalizers, sums, (p, lnW, lnQ) => atZero
            ? divergence.Term(0, Math.Exp(lnQ), lnQ)
            : divergence.Term(p, Math.Exp(lnQ), lnQ) - (p > 0 ? (exaggeration - 1) * p * lnW : 0));
        foreach (int i in rows.Span)
        {
            costs[i] += sums[i];
        }
    }

    /// <summary>Writes the slopes of the points' parameters for the rows named.</summary>
    public void Slopes(Coordinates positions, Normalizers normalizers, double[] pullSums, double exaggeration, double[] slopes) =>
        ForEach(normalizers.Far.Length, k => normalizers.Far.Span[k], (i, there, back) =>
        {
            slopes[i] = 0;
            for (int j = 0; j < values.Count && !double.IsNegativeInfinity(normalizers.Logarithms[i]); j++)
            {
                double f = positions.SquaredDistance(i, j);
                double bracket = j == i ? 0 : Bracket(f, i, j, there[j], normalizers.Logarithms[i], pullSums[i], exaggeration);
                bracket += j == i || !weights.IsSymmetric ? 0 : Bracket(f, i, j, back[j], normalizers.Logarithms[i], pullSums[i], exaggeration);
                slopes[i] -= bracket * weights.Slope(f, i, j);
            }
        });

    /// <summary>Adds 2 sum k_ij (y_i - y_j) to the gradient of i and takes it from that of j, for all far rows i and all j.</summary>
    public void AddForces(Coordinates positions, Normalizers normalizers, double[] pullSums, double exaggeration, Coordinates gradient)
    {
        ReadOnlyMemory<int> rows = normalizers.Far;
        ForEach(rows.IsEmpty ? 0 : values.Count, i => i, (i, there, back) =>
        {
            Span<double> force = stackalloc double[positions.Dimensions];
            force.Clear();
            foreach (int far in rows.Span)
            {
                AddPair(positions, far, i, back[far], normalizers.Logarithms[far], pullSums[far], exaggeration, i, force);
            }

            for (int j = 0; j < values.Count && rows.Span.BinarySearch(i) >= 0; j++)
            {
                AddPair(positions, i, j, there[j], normalizers.Logarithms[i], pullSums[i], exaggeration, i, force);
            }

            for (int d = 0; d < force.Length; d++)
            {
                gradient.Axis(d)[i] += (float)(2 * force[d]);
            }
        });
    }

    private double LogNormalizer(Coordinates positions, int i)
    {
        double largest = double.NegativeInfinity;
        for (int j = 0; j < positions.Count; j++)
        {
            largest = j == i ? largest : Math.Max(largest, weights.LogWeight(positions.SquaredDistance(i, j), i, j));
        }

        double sum = 0;
        for (int j = 0; j < positions.Count; j++)
        {
            sum += j == i ? 0 : Math.Exp(weights.LogWeight(positions.SquaredDistance(i, j), i, j) - largest);
        }

        return double.IsNegativeInfinity(largest) ? largest : largest + Math.Log(sum);
    }

    private void SumRows(
        Coordinates positions, ReadOnlyMemory<int> rows, double[] logNormalizers, double[] sums, Func<double, double, double, double> summand) =>
        ForEach(rows.Length, k => rows.Span[k], (i, there, _) =>
        {
            sums[i] = 0;
            for (int j = 0; j < values.Count && !double.IsNegativeInfinity(logNormalizers[i]); j++)
            {
                double lnW = j == i ? 0 : weights.LogWeight(positions.SquaredDistance(i, j), i, j);
                sums[i] += j == i ? 0 : summand(there[j], lnW, lnW - logNormalizers[i]);
            }
        });

    /// <summary>Adds k of the pair (row, column) times the way from the other one to <paramref name="target"/>.</summary>
    private void AddPair(
        Coordinates positions, int row, int column, double p, double logNormalizer, double pullSum, double exaggeration, int target, Span<double> force)
    {
        double f = positions.SquaredDistance(row, column);
        if (f == 0 || double.IsNegativeInfinity(logNormalizer))
        {
            return;
        }

        double k = weights.Decay(f, row, column) * Bracket(f, row, column, p, logNormalizer, pullSum, exaggeration);
        int other = target == row ? column : row;
        for (int d = 0; d < force.Length; d++)
        {
            force[d] += k * ((double)positions.Axis(d)[target] - positions.Axis(d)[other]);
        }
    }

    /// <summary>q sum h - h + (a - 1) p.</summary>
    private double Bracket(double f, int row, int column, double p, double logNormalizer, double pullSum, double exaggeration)
    {
        double lnQ = weights.LogWeight(f, row, column) - logNormalizer;
        double q = Math.Exp(lnQ);
        return (q * pullSum) - divergence.Pull(p, q, lnQ) + ((exaggeration - 1) * p);
    }

    private void ForEach(int length, Func<int, int> row, RowWork work) => Blocks.Run(length, BlockSize, threads, (_, first, end) =>
    {
        float[] there = ArrayPool<float>.Shared.Rent(values.Count);
        float[] back = ArrayPool<float>.Shared.Rent(values.Count);
        for (int k = first; k < end; k++)
        {
            values.Read(row(k), 0, values.Count, there, back);
            work(row(k), there, back);
        }

        ArrayPool<float>.Shared.Return(there);
        ArrayPool<float>.Shared.Return(back);
    });
}
