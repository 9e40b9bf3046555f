namespace Vicinity;

/// <summary>Lengths of the shortest paths along the graph of nearest neighbours, which is walked in both directions (Tenenbaum, de Silva and Langford 2000).</summary>
/// <remarks>Pairs without a path keep their direct distance. Cost: n searches by Dijkstra's method, O(n^2 k log n).</remarks>
internal sealed class GeodesicDistances
{
    private const int BlockSources = 16;
    private readonly int[] starts;
    private readonly int[] targets;
    private readonly float[] lengths;

    /// <summary>Both directions of every edge; an edge that both ends name is there twice, to no effect.</summary>
    private GeodesicDistances(NeighborGraph graph)
    {
        starts = new int[graph.Count + 2];
        targets = new int[checked(2 * graph.Count * graph.NeighborsPerPoint)];
        lengths = new float[targets.Length];
        ForEachEdge(graph, (from, _, _) => starts[from + 2]++);
        for (int i = 2; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        ForEachEdge(graph, (from, to, length) =>
        {
            targets[starts[from + 1]] = to;
            lengths[starts[from + 1]++] = length;
        });
    }

    /// <summary>The table of all pairs.</summary>
    /// <param name="rows">n of them.</param>
    /// <param name="neighbors">k of the graph.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="ArgumentException">There are more points than memory can hold pairs of.</exception>
    public static PairMatrix Build(RowSpace rows, int neighbors, int threads, CancellationToken cancellation)
    {
        PairMatrix table = rows.Pairs(threads, cancellation);
        GeodesicDistances edges = new(rows.Graph(neighbors, NeighborMethod.Exact, threads, cancellation));
        Blocks.Run(table.Count, BlockSources, threads, (_, first, end) =>
        {
            double[] paths = new double[table.Count];
            var queue = new PriorityQueue<int, double>();
            for (int source = first; source < end; source++)
            {
                edges.Search(source, paths, queue);
                Keep(paths, table.Row(source), source);
            }
        }, cancellation);

        // The sums of a path differ in their last bits with its direction: one of them is used for both.
        table.Mirror(threads);
        return table;
    }

    private void Search(int source, double[] paths, PriorityQueue<int, double> queue)
    {
        Array.Fill(paths, double.PositiveInfinity);
        paths[source] = 0;
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out int point, out double path))
        {
            for (int edge = path > paths[point] ? starts[point + 1] : starts[point]; edge < starts[point + 1]; edge++)
            {
                double longer = path + lengths[edge];
                if (longer < paths[targets[edge]])
                {
                    paths[targets[edge]] = longer;
                    queue.Enqueue(targets[edge], longer);
                }
            }
        }
    }

    private static void Keep(double[] paths, Span<float> row, int source)
    {
        for (int j = source + 1; j < paths.Length; j++)
        {
            row[j] = double.IsFinite(paths[j]) ? (float)paths[j] : row[j];
        }
    }

    private static void ForEachEdge(NeighborGraph graph, Action<int, int, float> visit)
    {
        for (int i = 0; i < graph.Count; i++)
        {
            for (int k = 0; k < graph.NeighborsPerPoint; k++)
            {
                visit(i, graph.Neighbors(i)[k], graph.Distances(i)[k]);
                visit(graph.Neighbors(i)[k], i, graph.Distances(i)[k]);
            }
        }
    }
}
