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

        double[] variances = Variances(points, RandomRows.Choose(points.Rows, MostRows, seed: 104));
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

    /// <summary>Sums of squares about the means: in a second pass, so that a large mean does not eat their digits.</summary>
    private static double[] Variances(Matrix points, int[] rows)
    {
        double[] means = new double[points.Columns];
        double[] squares = new double[points.Columns];
        foreach (int i in rows)
        {
            ReadOnlySpan<float> row = points.Row(i);
            for (int d = 0; d < row.Length; d++)
            {
                means[d] += row[d];
            }
        }

        means = Array.ConvertAll(means, sum => sum / rows.Length);

        foreach (int i in rows)
        {
            ReadOnlySpan<float> row = points.Row(i);
            for (int d = 0; d < row.Length; d++)
            {
                squares[d] += (row[d] - means[d]) * (row[d] - means[d]);
            }
        }

        return squares;
    }
}
