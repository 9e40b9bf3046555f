namespace Vicinity;

/// <summary>Finds wide data whose rows are of very different length (D108).</summary>
internal static class RowNorms
{
    private const int FewestColumns = 128;
    private const double MostVariation = 0.5;

    public static FitWarning? Find(TableScan scan)
    {
        if (scan.Columns.Length < FewestColumns || scan.Rows < 2)
        {
            return null;
        }

        double mean = scan.Lengths / scan.Rows;
        double variation = mean > 0 ? Math.Sqrt(Math.Max(0, (scan.Squares / scan.Rows) - (mean * mean))) / mean : 0;
        return variation <= MostVariation ? null : new("D108",
            $"The lengths of the rows vary by {variation:P0} of their mean in {scan.Columns.Length} columns. If directions matter and lengths do not, compare by cosine.")
        {
            Number = variation,
            Threshold = MostVariation,
        };
    }
}
