namespace Vicinity;

/// <summary>P of the nearest alone: the largest entries of every row, as one distribution each, J = (R + R^T) / 2n.</summary>
/// <remarks>
/// For the time in which a map finds its form: 15 nearest give as good a map as 90 and a quarter of the pairs
/// (docs/decisions/0021-schedule.md). O(entries).
/// </remarks>
internal static class NearestAffinities
{
    private const int BlockRows = 256;

    /// <summary>The joint affinities of the nearest of each point; of equally near ones the first.</summary>
    /// <param name="affinities">A joint P.</param>
    /// <param name="neighbors">How many, at least 1.</param>
    /// <param name="threads">Cores to use.</param>
    public static SparseRows Of(Affinities affinities, int neighbors, int threads)
    {
        RowPieces<int> columns = new(affinities.Count, neighbors);
        RowPieces<float> weights = new(affinities.Count, neighbors);
        Blocks.Run(affinities.Count, BlockRows, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                // An entry of weight 0 is none, and nobody looks for a point in its own row.
                columns.Row(i).Fill(i);
                Choose(affinities.Neighbors(i), affinities.Values(i), columns.Row(i), weights.Row(i));
                Normalize(weights.Row(i));
            }
        });
        NeighborGraph graph = new(affinities.Count, neighbors, columns, new(affinities.Count, 0), NeighborMethod.Exact, 1);
        return Symmetrization.Merge(graph, weights, AffinitySymmetry.Average, 1.0 / affinities.Count, release: true, threads, default);
    }

    /// <summary>Insertion into a short list, largest first.</summary>
    private static void Choose(ReadOnlySpan<int> others, ReadOnlySpan<float> values, Span<int> columns, Span<float> weights)
    {
        for (int k = 0; k < values.Length; k++)
        {
            int at = weights.Length;
            while (at > 0 && values[k] > weights[at - 1])
            {
                at--;
            }

            if (at < weights.Length)
            {
                weights[at..^1].CopyTo(weights[(at + 1)..]);
                columns[at..^1].CopyTo(columns[(at + 1)..]);
                weights[at] = values[k];
                columns[at] = others[k];
            }
        }
    }

    private static void Normalize(Span<float> weights)
    {
        double sum = 0;
        foreach (float weight in weights)
        {
            sum += weight;
        }

        foreach (ref float weight in weights)
        {
            weight = sum > 0 ? (float)(weight / sum) : 0;
        }
    }
}
