namespace Vicinity;

/// <summary>Finds a column that holds most of the variance (D104).</summary>
internal static class DominantColumn
{
    /// <summary>Where half of the neighbours are those of this column alone; see docs/decisions/0020-doctor.md.</summary>
    private const double MostShare = 0.8;

    /// <summary>Below, there are no others to rule over.</summary>
    private const int FewestColumns = 2;

    /// <summary>Of more rows a random sample: shares of the variance need no more.</summary>
    private const int MostRows = 10_000;

    /// <param name="points">n x d, in the proportions in which they will be mapped.</param>
    /// <param name="names">Of its columns.</param>
    public static FitWarning? Find(Matrix points, ColumnNames names)
    {
        if (points.Rows < 2 || points.Columns < FewestColumns)
        {
            return null;
        }

        Matrix sample = points.Rows <= MostRows ? points : points.Select(RandomRows.Choose(points.Rows, MostRows, seed: 104));
        double[] variances = Array.ConvertAll(ColumnSummary.Of(sample, [.. Enumerable.Range(0, points.Columns)]), column => column.Deviation * column.Deviation);
        double total = variances.Sum();
        int largest = Array.IndexOf(variances, variances.Max());
        double share = total > 0 ? variances[largest] / total : 0;
        bool hasOthers = variances.Count(variance => variance > 0) >= FewestColumns;
        return share <= MostShare || !hasOthers ? null : new("D104",
            $"Column {names[largest]} holds {share:P1} of the variance of {points.Columns} columns: the map will show little else. Scale the columns.")
        {
            Number = share,
            Threshold = MostShare,
        };
    }
}
