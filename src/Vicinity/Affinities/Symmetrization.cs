namespace Vicinity;

/// <summary>J = (R + R^T) / 2n by merging ascending rows, O(entries).</summary>
internal static class Symmetrization
{
    private const int BlockRows = 256;

    /// <param name="rows">R, rows ascending.</param>
    /// <param name="transposed">R^T, rows ascending.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="ArgumentException">The result has too many entries for this version.</exception>
    public static SparseRows Joint(SparseRows rows, SparseRows transposed, int threads, CancellationToken cancellation)
    {
        long[] offsets = new long[rows.Count + 1];
        Blocks.Run(rows.Count, BlockRows, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                offsets[i + 1] = Merge(rows, transposed, i, default, default);
            }
        }, cancellation);
        for (int i = 0; i < rows.Count; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        RequireRoom(offsets[^1], nameof(rows));
        int[] columns = new int[offsets[^1]];
        float[] values = new float[columns.Length];
        Blocks.Run(rows.Count, BlockRows, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                int length = (int)(offsets[i + 1] - offsets[i]);
                Merge(rows, transposed, i, columns.AsSpan((int)offsets[i], length), values.AsSpan((int)offsets[i], length));
            }
        }, cancellation);
        return new(offsets, columns, values);
    }

    /// <summary>Merges row i of both; with empty spans it only counts.</summary>
    private static int Merge(SparseRows rows, SparseRows transposed, int i, Span<int> columns, Span<float> values)
    {
        ReadOnlySpan<int> left = rows.RowColumns(i);
        ReadOnlySpan<int> right = transposed.RowColumns(i);
        ReadOnlySpan<float> leftValues = rows.RowValues(i);
        ReadOnlySpan<float> rightValues = transposed.RowValues(i);
        double scale = 0.5 / rows.Count;
        int count = 0;
        for (int a = 0, b = 0; a < left.Length || b < right.Length;)
        {
            int leftColumn = a < left.Length ? left[a] : int.MaxValue;
            int rightColumn = b < right.Length ? right[b] : int.MaxValue;
            double sum = 0;
            sum += leftColumn <= rightColumn ? leftValues[a++] : 0;
            sum += rightColumn <= leftColumn ? rightValues[b++] : 0;
            float value = (float)(sum * scale);
            if (!float.IsNormal(value))
            {
                continue;
            }

            if (!columns.IsEmpty)
            {
                columns[count] = Math.Min(leftColumn, rightColumn);
                values[count] = value;
            }

            count++;
        }

        return count;
    }

    private static void RequireRoom(long entries, string parameter)
    {
        if (entries > Array.MaxLength)
        {
            throw new ArgumentException($"The affinities have {entries} entries; this version holds at most {Array.MaxLength}. Use fewer neighbours or a smaller perplexity.", parameter);
        }
    }
}
