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
    private const int ColumnBlock = 256;

    private delegate void RowWork(int i, ReadOnlySpan<float> there, ReadOnlySpan<float> back);

    /// <summary>Writes ln S_i = m + ln sum_j exp(ln w_ij - m), m the largest ln w_ij, for the rows named; -infinity if there is no other point.</summary>
    public void LogNormalizers(Coordinates positions, ReadOnlyMemory<int> rows, double[] logNormalizers) =>
        Blocks.Run(rows.Length, 1, threads, (_, k, _) => logNormalizers[rows.Span[k]] = LogNormalizer(positions, rows.Span[k]));

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
        ForEach(normalizers.Far, (i, there, back) =>
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

    /// <summary>sum k_ij (y_i - y_j) of every point, of the pairs (i, j) and (j, i) whose row is far; empty if none is.</summary>
    public RowForce[] Forces(Coordinates positions, Normalizers normalizers, double[] pullSums, double exaggeration)
    {
        if (normalizers.Far.IsEmpty)
        {
            return [];
        }

        RowForce[] forces = new RowForce[values.Count];
        float[] there = ArrayPool<float>.Shared.Rent(values.Count);
        float[] back = ArrayPool<float>.Shared.Rent(values.Count);
        foreach (int row in normalizers.Far.Span)
        {
            values.Read(row, 0, values.Count, there, back);
            AddForces(positions, row, there, normalizers.Logarithms[row], pullSums[row], exaggeration, forces);
        }

        ArrayPool<float>.Shared.Return(there);
        ArrayPool<float>.Shared.Return(back);
        return forces;
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
        ForEach(rows, (i, there, _) =>
        {
            sums[i] = 0;
            for (int j = 0; j < values.Count && !double.IsNegativeInfinity(logNormalizers[i]); j++)
            {
                double lnW = j == i ? 0 : weights.LogWeight(positions.SquaredDistance(i, j), i, j);
                sums[i] += j == i ? 0 : summand(there[j], lnW, lnW - logNormalizers[i]);
            }
        });

    /// <summary>Adds k (y_row - y_j) to the force on a row, and takes it from those on all j.</summary>
    private void AddForces(
        Coordinates positions, int row, float[] p, double logNormalizer, double pullSum, double exaggeration, RowForce[] forces)
    {
        RowForce[] own = new RowForce[Blocks.Count(values.Count, ColumnBlock)];
        Blocks.Run(double.IsNegativeInfinity(logNormalizer) ? 0 : values.Count, ColumnBlock, threads, (block, first, end) =>
        {
            for (int j = first; j < end; j++)
            {
                double f = positions.SquaredDistance(row, j);
                if (f > 0)
                {
                    RowForce way = RowForce.Way(positions, j, row);
                    double k = weights.Decay(f, row, j) * Bracket(f, row, j, p[j], logNormalizer, pullSum, exaggeration);
                    forces[j].Add(way, -k);
                    own[block].Add(way, k);
                }
            }
        });
        foreach (RowForce force in own)
        {
            forces[row].Add(force, 1);
        }
    }

    /// <summary>q sum h - h + (a - 1) p.</summary>
    private double Bracket(double f, int row, int column, double p, double logNormalizer, double pullSum, double exaggeration)
    {
        double lnQ = weights.LogWeight(f, row, column) - logNormalizer;
        double q = Math.Exp(lnQ);
        return (q * pullSum) - divergence.Pull(p, q, lnQ) + ((exaggeration - 1) * p);
    }

    private void ForEach(ReadOnlyMemory<int> rows, RowWork work) => Blocks.Run(rows.Length, 1, threads, (_, k, _) =>
    {
        float[] there = ArrayPool<float>.Shared.Rent(values.Count);
        float[] back = ArrayPool<float>.Shared.Rent(values.Count);
        values.Read(rows.Span[k], 0, values.Count, there, back);
        work(rows.Span[k], there, back);
        ArrayPool<float>.Shared.Return(there);
        ArrayPool<float>.Shared.Return(back);
    });
}
