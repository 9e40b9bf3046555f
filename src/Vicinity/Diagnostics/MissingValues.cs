namespace Vicinity;

/// <summary>Finds values that are no finite numbers (D101), and what can be examined without them.</summary>
internal static class MissingValues
{
    /// <summary>Columns that miss more than this share of their values are left out whole.</summary>
    private const double MostMissing = 0.5;

    /// <param name="data">n x d.</param>
    /// <param name="names">Of its columns.</param>
    /// <returns>The finding; null if there are no such values.</returns>
    public static FitWarning? Find(Matrix data, ColumnNames names)
    {
        int[] rows = [.. Enumerable.Range(0, data.Rows).Where(i => !IsComplete(data.Row(i)))];
        if (rows.Length == 0)
        {
            return null;
        }

        int[] perColumn = PerColumn(data, rows);
        int[] columns = [.. Enumerable.Range(0, data.Columns).Where(d => perColumn[d] > 0)];
        int first = Array.FindIndex(data.Row(rows[0]).ToArray(), value => !float.IsFinite(value));
        return new("D101",
            $"{Counted.Of(perColumn.Sum(), "value")} in {Counted.Of(rows.Length, "row")} of column{(columns.Length == 1 ? "" : "s")} {names.List(columns)} {(perColumn.Sum() == 1 ? "is no number" : "are no numbers")}; the first is {data[rows[0], first]} in row {rows[0]}, column {names[first]}. Fill in or leave out these columns or rows.")
        {
            Number = perColumn.Sum(),
            Threshold = 0,
            Remedy = string.Join(' ', columns.Take(3).Select(d => $"--drop {names.Word(d)}")),
            Points = rows,
        };
    }

    /// <summary>What is left to look at: columns with mostly numbers, and the rows that are complete in these.</summary>
    public static (int[] Rows, int[] Columns) Complete(Matrix data)
    {
        int[] perColumn = PerColumn(data, [.. Enumerable.Range(0, data.Rows)]);
        int[] columns = [.. Enumerable.Range(0, data.Columns).Where(d => perColumn[d] <= MostMissing * data.Rows)];
        return ([.. Enumerable.Range(0, data.Rows).Where(i => Array.TrueForAll(columns, d => float.IsFinite(data[i, d])))], columns);
    }

    private static int[] PerColumn(Matrix data, int[] rows)
    {
        int[] missing = new int[data.Columns];
        foreach (int i in rows)
        {
            for (int d = 0; d < missing.Length; d++)
            {
                missing[d] += float.IsFinite(data[i, d]) ? 0 : 1;
            }
        }

        return missing;
    }

    private static bool IsComplete(ReadOnlySpan<float> row)
    {
        foreach (float value in row)
        {
            if (!float.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
