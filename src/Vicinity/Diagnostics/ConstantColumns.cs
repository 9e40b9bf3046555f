namespace Vicinity;

/// <summary>Finds columns that have one value in all rows (D103); they carry nothing and are harmless.</summary>
internal static class ConstantColumns
{
    private const int NamedAtMost = 10;

    public static FitWarning? Find(Matrix data)
    {
        if (data.Rows < 2)
        {
            return null;
        }

        int[] constant = [.. Enumerable.Range(0, data.Columns)];
        for (int i = 1; i < data.Rows && constant.Length > 0; i++)
        {
            constant = Unchanged(data.Row(0), data.Row(i), constant);
        }

        return constant.Length == 0 ? null
            : constant.Length == data.Columns ? new("D103", $"All {data.Rows} rows are equal: the map can show nothing.")
            : new("D103", $"{constant.Length} of {data.Columns} columns are constant and add nothing: {Names(constant)}.");
    }

    private static int[] Unchanged(ReadOnlySpan<float> first, ReadOnlySpan<float> row, int[] columns)
    {
        foreach (int column in columns)
        {
            if (first[column] != row[column])
            {
                return Remaining(first, row, columns);
            }
        }

        return columns;
    }

    private static int[] Remaining(ReadOnlySpan<float> first, ReadOnlySpan<float> row, int[] columns)
    {
        List<int> remaining = [];
        foreach (int column in columns)
        {
            if (first[column] == row[column])
            {
                remaining.Add(column);
            }
        }

        return [.. remaining];
    }

    private static string Names(int[] columns) =>
        string.Join(", ", columns.Take(NamedAtMost)) + (columns.Length > NamedAtMost ? " ..." : "");
}
