namespace Vicinity;

/// <summary>Finds counts (D109): whole numbers of at least 0, mostly 0, with a few large ones.</summary>
internal static class RawCounts
{
    private const double FewestZeros = 0.5;
    private const double LargestOverMean = 20;

    public static FitWarning? Find(TableScan scan)
    {
        long count = (long)scan.Rows * scan.Columns.Length;
        double sum = scan.Columns.Sum(column => column.Sum);
        double ratio = sum > 0 ? scan.Columns.Max(column => column.Most) / (sum / (count - scan.Zeros)) : 0;
        return scan.Zeros < FewestZeros * count || ratio <= LargestOverMean ? null : new("D109",
            $"The data are counts: whole numbers, {(double)scan.Zeros / count:P0} zeros, and the largest is {ratio:0} times the mean of the others. Take logarithms.")
        {
            Number = ratio,
            Threshold = LargestOverMean,
        };
    }
}
