namespace Vicinity;

/// <summary>P of the nearest alone: the largest entries of every row, as one distribution each, J = (R + R^T) / 2n.</summary>
/// <remarks>
/// For the time in which a map finds its form: 15 nearest give as good a map as 90 and a quarter of the pairs
/// (docs/decisions/0021-schedule.md). O(entries).
/// </remarks>
internal static unsafe class NearestAffinities
{
    private const int BlockRows = 256;

    /// <summary>The joint affinities of the nearest of each point; of equally near ones the first.</summary>
    /// <param name="affinities">A joint P.</param>
    /// <param name="neighbors">How many, at least 1.</param>
    /// <param name="threads">Cores to use.</param>
    public static SparseRows Of(Affinities affinities, int neighbors, int threads)
    {
        int longest = Enumerable.Range(0, affinities.Count).Max(i => affinities.Neighbors(i).Length);
        RowPieces<float> weights = new(affinities.Count, neighbors);
        NeighborGraph graph = new(affinities.Count, neighbors, Choose(longest, weights, Read, threads), new(affinities.Count, 0), NeighborMethod.Exact, 1);
        return Symmetrization.Merge(graph, weights, AffinitySymmetry.Average, 1.0 / affinities.Count, release: true, threads, default);

        int Read(int row, Span<int> columns, Span<float> values)
        {
            affinities.Neighbors(row).CopyTo(columns);
            affinities.Values(row).CopyTo(values);
            return affinities.Values(row).Length;
        }
    }

    /// <summary>The same of a packed P, in its order.</summary>
    public static PackedRows Of(PackedRows rows, int neighbors, int threads)
    {
        RowPieces<float> weights = new(rows.Count, neighbors);
        NeighborGraph graph = new(rows.Count, neighbors, Choose(rows.Longest, weights, rows.Read, threads), new(rows.Count, 0), NeighborMethod.Exact, 1) { Order = rows.Order };
        PackedRows nearest = RowPacking.Run(graph, weights, 1.0 / rows.Count, release: true, threads, default);
        LargeArrays.LetGo((long)rows.Count * neighbors * (sizeof(int) + sizeof(float)));
        return nearest;
    }

    /// <summary>The neighbours of every row, and beside them its weights; <paramref name="read"/> writes a row and returns its length.</summary>
    private static RowPieces<int> Choose(int longest, RowPieces<float> weights, RowMerge read, int threads)
    {
        RowPieces<int> columns = new(weights.Rows, weights.Width);
        Blocks.Run(weights.Rows, BlockRows, threads, (_, first, end) =>
        {
            float[] values = new float[longest + Lanes.Count];
            int[] others = new int[longest];
            for (int i = first; i < end; i++)
            {
                // An entry of weight 0 is none, and nobody looks for a point in its own row.
                columns.Row(i).Fill(i);
                int kept = KeepLarge(read(i, others, values), weights.Width, values, others);
                Choose(others.AsSpan(0, kept), values.AsSpan(0, kept), columns.Row(i), weights.Row(i));
                Normalize(weights.Row(i));
            }
        });
        return columns;
    }

    /// <summary>Leaves, negated, about as many entries of a row as are wanted, the largest among them; more only if some are equal.</summary>
    private static int KeepLarge(int given, int wanted, float[] values, int[] others)
    {
        for (int k = 0; k < given; k++)
        {
            values[k] = -values[k];
        }

        if (given <= wanted)
        {
            return given;
        }

        fixed (float* list = values)
        fixed (int* indices = others)
        {
            return Selection.Keep(list, indices, given, Selection.Bound(list, given, wanted));
        }
    }

    /// <summary>Insertion into a short list, largest first.</summary>
    private static void Choose(ReadOnlySpan<int> others, ReadOnlySpan<float> values, Span<int> columns, Span<float> weights)
    {
        for (int k = 0; k < values.Length; k++)
        {
            int at = weights.Length;
            while (at > 0 && -values[k] > weights[at - 1])
            {
                at--;
            }

            if (at < weights.Length)
            {
                weights[at..^1].CopyTo(weights[(at + 1)..]);
                columns[at..^1].CopyTo(columns[(at + 1)..]);
                weights[at] = -values[k];
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
