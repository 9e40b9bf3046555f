namespace Vicinity;

/// <summary>The mean of several sparse matrices by merging their ascending rows, O(entries x matrices).</summary>
internal static class ScaleAverage
{
    /// <summary>(1 / L) sum_u P_u; the mean of equal matrices is each of them, to the bit.</summary>
    public static SparseRows Of(IReadOnlyList<SparseRows> scales, int threads, CancellationToken cancellation) =>
        SparseRows.Assemble(scales[0].Count, scales[0].PieceRows, threads, (i, columns, values) => MergeRow(scales, i, columns, values), cancellation);

    private static int MergeRow(IReadOnlyList<SparseRows> scales, int i, Span<int> columns, Span<float> values)
    {
        Span<int> next = stackalloc int[scales.Count];
        next.Clear();
        for (int count = 0; ; count++)
        {
            int column = int.MaxValue;
            for (int u = 0; u < scales.Count; u++)
            {
                ReadOnlySpan<int> row = scales[u].RowColumns(i);
                column = next[u] < row.Length ? Math.Min(column, row[next[u]]) : column;
            }

            if (column == int.MaxValue)
            {
                return count;
            }

            double sum = 0;
            for (int u = 0; u < scales.Count; u++)
            {
                ReadOnlySpan<int> row = scales[u].RowColumns(i);
                sum += next[u] < row.Length && row[next[u]] == column ? scales[u].RowValues(i)[next[u]++] : 0;
            }

            if (!columns.IsEmpty)
            {
                columns[count] = column;
                values[count] = MathF.Max((float)(sum / scales.Count), AffinityForms.Least);
            }
        }
    }
}
