namespace Vicinity;

/// <summary>Finds columns that have one value in all rows (D103); they carry nothing and are harmless.</summary>
internal static class ConstantColumns
{
    /// <summary>The warning about them; null if there are none.</summary>
    public static FitWarning? Find(Matrix data, ColumnNames names)
    {
        int[] constant = In(data);
        return constant.Length == 0 ? null
            : constant.Length == data.Columns ? new("D103", $"All {data.Rows} rows are equal: the map can show nothing.")
            : new("D103", $"{constant.Length} of {Counted.Of(data.Columns, "column")} {(constant.Length == 1 ? "is" : "are")} constant and {(constant.Length == 1 ? "adds" : "add")} nothing: {names.List(constant)}.") { Number = constant.Length, Threshold = 0 };
    }

    /// <summary>Their numbers, ascending; none if there is but one row.</summary>
    public static int[] In(Matrix data)
    {
        int[] constant = data.Rows < 2 ? [] : [.. Enumerable.Range(0, data.Columns)];
        for (int i = 1; i < data.Rows && constant.Length > 0; i++)
        {
            constant = Unchanged(data.Row(0), data.Row(i), constant);
        }

        return constant;
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
}
