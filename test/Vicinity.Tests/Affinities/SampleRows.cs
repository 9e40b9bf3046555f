namespace Vicinity.Tests;

/// <summary>Packed rows made by hand.</summary>
internal static class SampleRows
{
    /// <summary>Rows in the order of the points, of largest value 1.</summary>
    /// <param name="columns">Of every row.</param>
    /// <param name="code">The code of an entry in a column, not 0.</param>
    public static PackedRows Pack(int[][] columns, Func<int, ushort> code)
    {
        int stretches = PackedRows.StretchesOf(columns.Length);
        int[] lengths = Array.ConvertAll(columns, row =>
            PackedRows.PaddedLength([.. Enumerable.Range(0, stretches).Select(stretch => row.Count(column => PackedRows.StretchOf(column) == stretch))]));
        PackedRows rows = new([.. Enumerable.Range(0, columns.Length)], lengths, 1);
        for (int row = 0; row < columns.Length; row++)
        {
            rows.Fill(row, [.. columns[row]], Array.ConvertAll(columns[row], column => code(column)));
        }

        return rows;
    }
}
