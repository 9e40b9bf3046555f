namespace Vicinity;

/// <summary>Single points that the map misplaces: torn from their neighbours (D306), or drawn as members though they are outliers (D308).</summary>
internal static class PointChecks
{
    private const double LeastKept = 0.2;
    private const double MostPoints = 0.05;

    /// <summary>In units of 1.4826 median absolute deviations, which are standard deviations if distances are normal.</summary>
    private const double OutlierDeviations = 8;
    private const double DeviationsPerMedian = 1.4826;

    /// <summary>An outlier drawn nearer to others than so many times the median is drawn as one of them.</summary>
    private const double NearInMap = 3;

    public static IEnumerable<FitWarning> Find(MapEvidence evidence)
    {
        FitWarning?[] found = [Torn(evidence), Outliers(evidence)];
        return found.OfType<FitWarning>();
    }

    private static FitWarning? Torn(MapEvidence evidence)
    {
        int[] torn = [.. Enumerable.Range(0, evidence.Count).Where(i => evidence.Kept[i] < LeastKept)];
        double share = (double)torn.Length / evidence.Count;
        return share <= MostPoints ? null : new("D306",
            $"{share:P0} of the points keep less than {LeastKept:P0} of their {evidence.InData.NeighborsPerPoint} neighbours. Do not read single points without looking at their quality.")
        {
            Number = share,
            Threshold = MostPoints,
            Points = [.. torn.Select(i => evidence.Rows[i])],
        };
    }

    private static FitWarning? Outliers(MapEvidence evidence)
    {
        double[] inData = Radii(evidence.InData);
        double[] inMap = Radii(evidence.InMap);
        double median = Median(inData);
        double limit = median + (OutlierDeviations * DeviationsPerMedian * Median([.. inData.Select(radius => Math.Abs(radius - median))]));
        double near = NearInMap * Median(inMap);
        int[] outliers = [.. Enumerable.Range(0, evidence.Count).Where(i => inData[i] > limit && inData[i] > 2 * median && inMap[i] < near)];
        return outliers.Length == 0 ? null : new("D308",
            $"{Counted.Of(outliers.Length, "point")} {(outliers.Length == 1 ? "lies" : "lie")} far from all others in the data, but {(outliers.Length == 1 ? "is" : "are")} drawn among them.")
        {
            Number = outliers.Length,
            Threshold = 0,
            Points = [.. outliers.Select(i => evidence.Rows[i])],
        };
    }

    /// <summary>Of every point the distance to its farthest listed neighbour.</summary>
    private static double[] Radii(NeighborGraph graph) => [.. Enumerable.Range(0, graph.Count).Select(i => (double)graph.Distances(i)[^1])];

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
