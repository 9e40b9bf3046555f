namespace Vicinity;

/// <summary>The calibrated weights of all points and how their searches ended.</summary>
/// <param name="Rows">R; or V with the largest weight of every row made 1, if raw weights were asked for. Columns do not ascend.</param>
/// <param name="LogTops">ln of the largest weight of each row of V; 0 where there is no finite precision.</param>
/// <param name="Precisions">beta_i; empty if the kernel has none.</param>
/// <param name="Dimensions">Intrinsic dimension of each point; empty if the kernel has no perplexity.</param>
/// <param name="Tied">Points with more equally near neighbours than the perplexity.</param>
/// <param name="Missed">Points whose search gave up.</param>
internal sealed record Calibration(SparseRows Rows, double[] LogTops, double[] Precisions, double[] Dimensions, int Tied, int Missed)
{
    private const int BlockRows = 128;

    /// <summary>Weights of a kernel over all neighbours of the graph.</summary>
    /// <param name="graph">n points with k neighbours each.</param>
    /// <param name="perplexities">One for all points or one for each, above 1 and below k; not read by kernels without one.</param>
    /// <param name="recipe">The kernel, and whether its raw weights are asked for.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static Calibration Of(
        NeighborGraph graph, double[] perplexities, AffinityRecipe recipe, int threads, CancellationToken cancellation) => recipe.Kernel switch
        {
            InputKernel.Nearest => Uniform(graph, recipe),
            InputKernel.SmoothNearest => Smooth(graph, recipe, threads, cancellation),
            _ => Searched(graph, perplexities, recipe, threads, cancellation),
        };

    /// <summary>Equal weights over all neighbours.</summary>
    public static Calibration Uniform(NeighborGraph graph, AffinityRecipe recipe)
    {
        int k = graph.NeighborsPerPoint;
        float[] weights = new float[graph.Count * k];
        Array.Fill(weights, recipe.IsRaw ? 1 : 1f / k);
        return new(Sparse(graph, weights), new double[graph.Count], [], [], 0, 0);
    }

    private static Calibration Searched(
        NeighborGraph graph, double[] perplexities, AffinityRecipe recipe, int threads, CancellationToken cancellation)
    {
        int k = graph.NeighborsPerPoint;
        float[] weights = new float[graph.Count * k];
        var rows = new RowCalibration[graph.Count];
        Blocks.Run(graph.Count, BlockRows, threads, (_, first, end) =>
        {
            var search = new BandwidthSearch(k, recipe.Kernel);
            for (int i = first; i < end; i++)
            {
                rows[i] = search.Run(graph.Distances(i), perplexities[perplexities.Length == 1 ? 0 : i]);
                Round(search.Weights, recipe.IsRaw ? 1 : rows[i].Sum, weights.AsSpan(i * k, k));
            }
        }, cancellation);
        return From(graph, weights, rows) with { Dimensions = Array.ConvertAll(rows, row => row.Dimension) };
    }

    private static Calibration Smooth(NeighborGraph graph, AffinityRecipe recipe, int threads, CancellationToken cancellation)
    {
        int k = graph.NeighborsPerPoint;
        double meanOfAll = Enumerable.Range(0, graph.Count).Sum(i => SmoothWeights.MeanWithSelf(graph.Distances(i))) / graph.Count;
        float[] weights = new float[graph.Count * k];
        var rows = new RowCalibration[graph.Count];
        Blocks.Run(graph.Count, BlockRows, threads, (_, first, end) =>
        {
            double[] row = new double[k];
            for (int i = first; i < end; i++)
            {
                rows[i] = SmoothWeights.Run(graph.Distances(i), meanOfAll, row);
                Round(row, recipe.IsRaw ? 1 : rows[i].Sum, weights.AsSpan(i * k, k));
            }
        }, cancellation);
        return From(graph, weights, rows);
    }

    private static Calibration From(NeighborGraph graph, float[] weights, RowCalibration[] rows) => new(
        Sparse(graph, weights),
        Array.ConvertAll(rows, row => row.LogTop),
        Array.ConvertAll(rows, row => row.Precision),
        [],
        rows.Count(row => row.Found == Bandwidth.Tied),
        rows.Count(row => row.Found == Bandwidth.Missed));

    private static void Round(ReadOnlySpan<double> weights, double divisor, Span<float> rounded)
    {
        for (int k = 0; k < weights.Length; k++)
        {
            rounded[k] = (float)(weights[k] / divisor);
        }
    }

    /// <summary>The entries that a float can hold; a weight below its range is no entry.</summary>
    private static SparseRows Sparse(NeighborGraph graph, float[] weights)
    {
        int k = graph.NeighborsPerPoint;
        long[] offsets = new long[graph.Count + 1];
        int[] columns = new int[weights.Length];
        int count = 0;
        for (int i = 0; i < graph.Count; i++)
        {
            ReadOnlySpan<int> neighbors = graph.Neighbors(i);
            for (int neighbor = 0; neighbor < k; neighbor++)
            {
                float weight = weights[(i * k) + neighbor];
                columns[count] = neighbors[neighbor];
                weights[count] = weight;
                count += float.IsNormal(weight) ? 1 : 0;
            }

            offsets[i + 1] = count;
        }

        return new(offsets, columns[..count], weights[..count]);
    }
}
