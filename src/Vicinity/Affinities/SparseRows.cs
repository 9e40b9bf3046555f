namespace Vicinity;

/// <summary>Entries by rows: row i holds columns and values from offsets[i] to offsets[i + 1].</summary>
internal sealed record SparseRows(long[] Offsets, int[] Columns, float[] Values)
{
    private const int BlockRows = 256;

    public int Count => Offsets.Length - 1;

    public ReadOnlySpan<int> RowColumns(int row) => Columns.AsSpan((int)Offsets[row], Length(row));

    public Span<float> RowValues(int row) => Values.AsSpan((int)Offsets[row], Length(row));

    /// <summary>Builds all rows by a function that is called twice for each: to count, and to write.</summary>
    /// <exception cref="ArgumentException">The result has too many entries for this version.</exception>
    public static SparseRows Assemble(int count, int threads, RowMerge merge, CancellationToken cancellation)
    {
        long[] offsets = new long[count + 1];
        Blocks.Run(count, BlockRows, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                offsets[i + 1] = merge(i, default, default);
            }
        }, cancellation);
        for (int i = 0; i < count; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        RequireRoom(offsets[^1], nameof(count));
        int[] columns = new int[offsets[^1]];
        float[] values = new float[columns.Length];
        Blocks.Run(count, BlockRows, threads, (_, first, end) =>
        {
            for (int i = first; i < end; i++)
            {
                int length = (int)(offsets[i + 1] - offsets[i]);
                merge(i, columns.AsSpan((int)offsets[i], length), values.AsSpan((int)offsets[i], length));
            }
        }, cancellation);
        return new(offsets, columns, values);
    }

    /// <summary>The same entries by columns. Rows of the result ascend, because sources are scattered in order; O(entries), no sorting.</summary>
    public SparseRows Transpose()
    {
        long[] offsets = new long[Count + 1];
        foreach (int column in Columns)
        {
            offsets[column + 1]++;
        }

        for (int i = 0; i < Count; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        long[] next = offsets[..^1];
        int[] sources = new int[Columns.Length];
        float[] values = new float[Columns.Length];
        for (int i = 0; i < Count; i++)
        {
            for (long entry = Offsets[i]; entry < Offsets[i + 1]; entry++)
            {
                long slot = next[Columns[entry]]++;
                sources[slot] = i;
                values[slot] = Values[entry];
            }
        }

        return new(offsets, sources, values);
    }

    /// <summary>The sum of a row, in order, in double.</summary>
    public double RowSum(int row)
    {
        double sum = 0;
        foreach (float value in RowValues(row))
        {
            sum += value;
        }

        return sum;
    }

    private int Length(int row) => (int)(Offsets[row + 1] - Offsets[row]);

    private static void RequireRoom(long entries, string parameter)
    {
        if (entries > Array.MaxLength)
        {
            throw new ArgumentException($"The affinities have {entries} entries; this version holds at most {Array.MaxLength}. Use fewer neighbours or a smaller perplexity.", parameter);
        }
    }
}
