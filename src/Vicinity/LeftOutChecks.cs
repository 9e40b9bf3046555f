namespace Vicinity;

/// <summary>Checks that say nothing about an input or a metric, and why.</summary>
internal static class LeftOutChecks
{
    private static readonly string[] OfColumns = ["D104", "D105", "D108", "D109", "D114"];

    /// <summary>True if a check of the columns of dense rows means something for the metric.</summary>
    public static bool Fits(string code, Metric metric) => !OfMetric(metric).Any(item => item.Codes.Contains(code, StringComparer.Ordinal));

    /// <summary>Those of the data: one line each, codes and reason.</summary>
    /// <param name="data">What is looked at.</param>
    /// <param name="metric">How it is compared.</param>
    /// <param name="isReduced">True if sparse rows were reduced to components.</param>
    public static IReadOnlyList<string> OfData(EmbeddingInput data, Metric metric, bool isReduced) => [.. (data switch
    {
        DenseInput => OfMetric(metric),
        SparseInput when isReduced => [(OfColumns, "columns of sparse rows are not looked at one by one")],
        SparseInput => [([.. OfColumns, "D110"], "columns of sparse rows are not looked at one by one, and the threshold of D110 is that of dense ones")],
        _ => ((string[], string)[])[(["D103", .. OfColumns, "D106", "D110"], "there are no columns"), (["D102"], "there are no rows")],
    }).Select(Line)];

    /// <summary>Those of the map.</summary>
    public static IReadOnlyList<string> OfMap(EmbeddingInput data) => data switch
    {
        DistanceInput => [Line((["D301"], "distances have no columns that could be shuffled"))],
        GraphInput or AffinityInput => [Line((["D301", "D302", "D303", "D304", "D305", "D306", "D307", "D308"], "distances of all pairs are not known"))],
        _ => [],
    };

    private static (string[] Codes, string Why)[] OfMetric(Metric metric) => metric.Kind switch
    {
        MetricKind.Euclidean => [],
        MetricKind.Cosine or MetricKind.Correlation => [(["D108", "D109"], $"{metric} does not see lengths of rows")],
        MetricKind.Manhattan or MetricKind.Chebyshev => [(["D110"], "its threshold is that of Euclidean distances")],
        MetricKind.Hamming => [([.. OfColumns, "D110"], "hamming sees only whether values are equal")],
        MetricKind.Jaccard => [([.. OfColumns, "D110"], "jaccard sees only whether values are 0")],
        _ => [([.. OfColumns, "D110"], $"what {metric} sees of the columns is not known")],
    };

    private static string Line((string[] Codes, string Why) item) => $"{string.Join(", ", item.Codes)}: {item.Why}";
}
