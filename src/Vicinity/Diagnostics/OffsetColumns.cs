namespace Vicinity;

/// <summary>Finds columns that lie so far from 0 that rounding to float has blurred what is in them (D114).</summary>
/// <remarks>
/// Float has 2^24 steps from 0 to a value; a column whose spread is a thousandth of that value or less has at most 2^14 of them. A column
/// without any of the finest steps, such as whole numbers, was not rounded and is fine.
/// </remarks>
internal static class OffsetColumns
{
    private const double FewestSteps = 1 << 14;
    private const double CoarseSteps = 16;

    public static FitWarning? Find(Matrix data, TableScan scan, ColumnNames names)
    {
        if (data.Rows < 2)
        {
            return null;
        }

        ColumnRange[] ranges = scan.Columns;
        int[] blurred = [.. Enumerable.Range(0, data.Columns).Where(d => ranges[d].Width > 0 && Steps(ranges[d]) < FewestSteps && IsRounded(data, d, Step(ranges[d])))];
        if (blurred.Length == 0)
        {
            return null;
        }

        int worst = blurred.MinBy(d => Steps(ranges[d]));
        ColumnRange range = ranges[worst];
        string others = blurred.Length == 1 ? "" : $" The same holds for {Counted.Of(blurred.Length - 1, "other column")}.";
        return new("D114",
            $"Column {names[worst]} spreads over {range.Width:g3} but lies at {range.Most:g6}: float has only {Steps(range):N0} steps there. "
            + $"Subtract its mean first.{others}")
        {
            Number = Steps(range),
            Threshold = FewestSteps,
        };
    }

    private static double Step(ColumnRange range)
    {
        float largest = Math.Max(Math.Abs(range.Least), Math.Abs(range.Most));
        return largest - (double)MathF.BitDecrement(largest);
    }

    private static double Steps(ColumnRange range) => range.Width / Step(range);

    private static bool IsRounded(Matrix data, int column, double step)
    {
        for (int i = 0; i < data.Rows; i++)
        {
            if (data[i, column] % (CoarseSteps * step) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
