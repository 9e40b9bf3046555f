namespace Vicinity;

/// <summary>Entries by rows: row i holds columns and values from offsets[i] to offsets[i + 1].</summary>
internal sealed record SparseRows(long[] Offsets, int[] Columns, float[] Values)
{
    public int Count => Offsets.Length - 1;

    public ReadOnlySpan<int> RowColumns(int row) => Columns.AsSpan((int)Offsets[row], Length(row));

    public ReadOnlySpan<float> RowValues(int row) => Values.AsSpan((int)Offsets[row], Length(row));

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

    private int Length(int row) => (int)(Offsets[row + 1] - Offsets[row]);
}
