namespace Vicinity;

/// <summary>The calibrated weights of all points and how their searches ended.</summary>
/// <param name="Weights">R beside the neighbours of the graph; or V with the largest weight of every row made 1, if raw weights were asked for. 0 is no entry.</param>
/// <param name="LogTops">ln of the largest weight of each row of V; 0 where there is no finite precision.</param>
/// <param name="Precisions">beta_i; empty if the kernel has none.</param>
/// <param name="Dimensions">Intrinsic dimension of each point; empty if the kernel has no perplexity.</param>
/// <param name="Tied">Points with more equally near neighbours than the perplexity.</param>
/// <param name="Missed">Points whose search gave up.</param>
internal sealed record Calibration(RowPieces<float> Weights, double[] LogTops, double[] Precisions, double[] Dimensions, int Tied, int Missed)
{
    private const int BlockRows = 128;

    /// <summary>Weights of a kernel over all neighbours of the graph.</summary>
    /// <param name="graph">n points with k neighbours each.</param>
    /// <param name="perplexities">One for all points or one for each, above 1 and below k; not read by kernels without one.</param>
    /// <param name="recipe">The kernel, and whether its raw weights are asked for.</param>
    /// <param name="overwrite">Whether the weights may take the place of the distances.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static Calibration Of(
        NeighborGraph graph, double[] perplexities, AffinityRecipe recipe, bool overwrite, int threads, CancellationToken cancellation) => recipe.Kernel switch
        {
            InputKernel.Nearest => Uniform(graph, recipe),
            InputKernel.SmoothNearest => Smooth(graph, recipe, Room(graph, overwrite), threads, cancellation),
            _ => Searched(graph, perplexities, recipe, Room(graph, overwrite), threads, cancellation),
        };

    /// <summary>Equal weights over all neighbours.</summary>
    public static Calibration Uniform(NeighborGraph graph, AffinityRecipe recipe)
    {
        RowPieces<float> weights = new(graph.Count, graph.NeighborsPerPoint);
        for (int i = 0; i < graph.Count; i++)
        {
            weights.Row(i).Fill(recipe.IsRaw ? 1 : 1f / graph.NeighborsPerPoint);
        }

        return new(weights, new double[graph.Count], [], [], 0, 0);
    }

    private static Calibration Searched(
        NeighborGraph graph, double[] perplexities, AffinityRecipe recipe, RowPieces<float> weights, int threads, CancellationToken cancellation)
    {
        var rows = new RowCalibration[graph.Count];
        Blocks.Run(graph.Count, BlockRows, threads, (_, first, end) =>
        {
            var search = new BandwidthSearch(graph.NeighborsPerPoint, recipe.Kernel);
            for (int i = first; i < end; i++)
            {
                rows[i] = search.Run(graph.Distances(i), perplexities[perplexities.Length == 1 ? 0 : i]);
                Round(search.Weights, recipe.IsRaw ? 1 : rows[i].Sum, weights.Row(i));
            }
        }, cancellation);
        return From(weights, rows) with { Dimensions = Array.ConvertAll(rows, row => row.Dimension) };
    }

    private static Calibration Smooth(
        NeighborGraph graph, AffinityRecipe recipe, RowPieces<float> weights, int threads, CancellationToken cancellation)
    {
        double meanOfAll = Enumerable.Range(0, graph.Count).Sum(i => SmoothWeights.MeanWithSelf(graph.Distances(i))) / graph.Count;
        var rows = new RowCalibration[graph.Count];
        Blocks.Run(graph.Count, BlockRows, threads, (_, first, end) =>
        {
            double[] row = new double[graph.NeighborsPerPoint];
            for (int i = first; i < end; i++)
            {
                rows[i] = SmoothWeights.Run(graph.Distances(i), meanOfAll, row);
                Round(row, recipe.IsRaw ? 1 : rows[i].Sum, weights.Row(i));
            }
        }, cancellation);
        return From(weights, rows);
    }

    private static Calibration From(RowPieces<float> weights, RowCalibration[] rows) => new(
        weights,
        Array.ConvertAll(rows, row => row.LogTop),
        Array.ConvertAll(rows, row => row.Precision),
        [],
        rows.Count(row => row.Found == Bandwidth.Tied),
        rows.Count(row => row.Found == Bandwidth.Missed));

    private static RowPieces<float> Room(NeighborGraph graph, bool overwrite) =>
        overwrite ? graph.DistanceRows : new(graph.Count, graph.NeighborsPerPoint);

    /// <summary>A weight below the range of float is no entry.</summary>
    private static void Round(ReadOnlySpan<double> weights, double divisor, Span<float> rounded)
    {
        for (int k = 0; k < weights.Length; k++)
        {
            float weight = (float)(weights[k] / divisor);
            rounded[k] = float.IsNormal(weight) ? weight : 0;
        }
    }
}
