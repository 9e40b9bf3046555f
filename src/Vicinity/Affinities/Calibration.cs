namespace Vicinity;

/// <summary>The calibrated weights of all points: R, its precisions, and how many searches ended how.</summary>
internal sealed record Calibration(SparseRows Rows, double[] Precisions, int Tied, int Missed)
{
    private const int BlockRows = 128;

    /// <summary>Calibrates every point to perplexity U on its k neighbours.</summary>
    public static Calibration Of(NeighborGraph graph, double perplexity, int threads, CancellationToken cancellation)
    {
        int k = graph.NeighborsPerPoint;
        float[] weights = new float[graph.Count * k];
        double[] precisions = new double[graph.Count];
        int[] tied = new int[Blocks.Count(graph.Count, BlockRows)];
        int[] missed = new int[tied.Length];
        Blocks.Run(graph.Count, BlockRows, threads, (block, first, end) =>
        {
            var search = new BandwidthSearch(k, perplexity);
            for (int i = first; i < end; i++)
            {
                Bandwidth found = search.Run(graph.Distances(i), weights.AsSpan(i * k, k), out precisions[i]);
                tied[block] += found == Bandwidth.Tied ? 1 : 0;
                missed[block] += found == Bandwidth.Missed ? 1 : 0;
            }
        }, cancellation);
        return new(Sparse(graph, weights), precisions, tied.Sum(), missed.Sum());
    }

    /// <summary>Equal weights over all neighbours.</summary>
    public static Calibration Uniform(NeighborGraph graph)
    {
        int k = graph.NeighborsPerPoint;
        float[] weights = new float[graph.Count * k];
        Array.Fill(weights, 1f / k);
        return new(Sparse(graph, weights), [], 0, 0);
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
