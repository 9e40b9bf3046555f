namespace Vicinity;

/// <summary>Finds columns that have one value in all rows (D103); they carry nothing and are harmless.</summary>
internal static class ConstantColumns
{
    /// <summary>The warning about them; null if there are none.</summary>
    public static FitWarning? Find(TableScan scan, ColumnNames names)
    {
        int[] constant = scan.Rows < 2 ? [] : [.. Enumerable.Range(0, scan.Columns.Length).Where(d => scan.Columns[d].Least == scan.Columns[d].Most)];
        return constant.Length == 0 ? null
            : constant.Length == scan.Columns.Length ? new("D103", $"All {scan.Rows} rows are equal: the map can show nothing.")
            : new("D103", $"{constant.Length} of {Counted.Of(scan.Columns.Length, "column")} {(constant.Length == 1 ? "is" : "are")} constant and {(constant.Length == 1 ? "adds" : "add")} nothing: {names.List(constant)}.") { Number = constant.Length, Threshold = 0 };
    }

    /// <summary>The warning about columns of a sparse table in which nothing stands; null if there are none.</summary>
    public static FitWarning? Find(SparseMatrix data)
    {
        bool[] isUsed = new bool[data.Columns];
        for (int i = 0; i < data.Rows; i++)
        {
            foreach (int column in data.RowColumns(i))
            {
                isUsed[column] = true;
            }
        }

        int empty = isUsed.Count(used => !used);
        return empty == 0 || data.Rows < 2 ? null
            : empty == data.Columns ? new("D103", $"All {data.Rows} rows are zero: the map can show nothing.")
            : new("D103", $"{empty} of {Counted.Of(data.Columns, "column")} {(empty == 1 ? "is" : "are")} zero in all rows and {(empty == 1 ? "adds" : "add")} nothing.");
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
