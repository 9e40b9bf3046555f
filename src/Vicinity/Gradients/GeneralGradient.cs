using System.Buffers;

namespace Vicinity;

/// <summary>
/// Exact gradients of any divergence and kernel, with parameters per point and an asymmetric P too: three dense passes, for S, for
/// sum h and for the forces; p stands in a dense row for one point at a time.
/// </summary>
/// <remarks>q comes from ln w - ln S in float, so its relative error is about 1e-7 times abs(ln w).</remarks>
internal sealed class GeneralGradient<TDivergence, TKernel, TDimensions> : IGradientEngine
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
    where TDimensions : struct, IDimensions
{
    private readonly TDivergence divergence;
    private readonly TKernel kernel;
    private readonly bool isPairWise;
    private readonly PairedAffinities affinities;
    private readonly int threads;
    private readonly Normalizers<TKernel> normalizers;
    private readonly GeneralState state;
    private readonly double[] rowSums;

    public GeneralGradient(
        TDivergence divergence, TKernel kernel, Normalization normalization, PairedAffinities affinities, int threads, ReadOnlyMemory<float> pointParameters)
    {
        this.divergence = divergence;
        this.kernel = kernel;
        this.affinities = affinities;
        this.threads = threads;
        isPairWise = normalization == Normalization.PairWise;
        int padded = Coordinates.PaddedLength(affinities.Count);
        bool isSymmetric = isPairWise && affinities.IsSymmetric && !kernel.IsPerPoint;
        state = new(PointParameters.Padded(pointParameters.Span, affinities.Count), new float[padded], new float[padded], isSymmetric);
        normalizers = new(new(kernel, state.Theta, threads), normalization, affinities.Count);
        rowSums = new double[affinities.Count];
        NullLoss = NullMap.Loss(divergence, normalization, affinities);
    }

    private delegate double RowSum(GeneralRow<TDivergence, TKernel, TDimensions> row);

    public double NullLoss { get; }

    public void Gradient(Coordinates positions, double exaggeration, Coordinates gradient)
    {
        Normalize(positions);
        double total = SumRows(positions, static row => row.PullSum());
        for (int i = 0; i < affinities.Count; i++)
        {
            state.PullSums[i] = (float)(isPairWise ? total : rowSums[i]);
        }

        ForEachRow(positions, (i, row) =>
        {
            RowForce force = row.Force((float)exaggeration);
            force.Write(2, gradient, i);
        });
    }

    public double Loss(Coordinates positions)
    {
        Normalize(positions);
        return SumRows(positions, static row => row.TermSum());
    }

    private delegate void RowAction(int i, GeneralRow<TDivergence, TKernel, TDimensions> row);

    private void Normalize(Coordinates positions)
    {
        double[] weights = normalizers.Weights;
        Blocks.Run(affinities.Count, ExactBlocks.Rows(affinities.Count), threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                weights[i] = DenseRow<TKernel, TDimensions>.Weight(kernel, positions, i, state.Theta[i]);
            }
        });
        normalizers.Settle(positions);
        for (int i = 0; i < affinities.Count; i++)
        {
            state.LogNormalizers[i] = (float)normalizers.Logarithms[i];
        }
    }

    /// <summary>A sum over all rows, each row's part in its own slot, added in row order.</summary>
    private double SumRows(Coordinates positions, RowSum sum)
    {
        ForEachRow(positions, (i, row) => rowSums[i] = sum(row));
        double total = 0;
        foreach (double part in rowSums)
        {
            total += part;
        }

        return total;
    }

    private void ForEachRow(Coordinates positions, RowAction action) =>
        Blocks.Run(affinities.Count, ExactBlocks.Rows(affinities.Count), threads, (_, first, end) =>
        {
            float[] there = ArrayPool<float>.Shared.Rent(positions.Stride);
            float[] back = ArrayPool<float>.Shared.Rent(positions.Stride);
            Array.Clear(there);
            Array.Clear(back);
            for (int i = first; i < end; i++)
            {
                Scatter(affinities.Columns(i), affinities.Forward(i), there);
                Scatter(affinities.Columns(i), affinities.Backward(i), back);
                action(i, new(divergence, kernel, state, positions, i, there, back));
                Erase(affinities.Columns(i), there);
                Erase(affinities.Columns(i), back);
            }

            ArrayPool<float>.Shared.Return(there);
            ArrayPool<float>.Shared.Return(back);
        });

    private static void Scatter(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, float[] row)
    {
        for (int k = 0; k < columns.Length; k++)
        {
            row[columns[k]] = values[k];
        }
    }

    private static void Erase(ReadOnlySpan<int> columns, float[] row)
    {
        foreach (int j in columns)
        {
            row[j] = 0;
        }
    }
}
