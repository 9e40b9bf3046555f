namespace Vicinity;

/// <summary>Rows that a metric of directions can say nothing about (D116).</summary>
internal static class DirectionlessRows
{
    /// <summary>The warning about them; none if there are no such rows.</summary>
    public static IEnumerable<FitWarning> Find(int without, int rows, Metric metric)
    {
        if (without > 0)
        {
            string what = metric.Kind == MetricKind.Correlation ? "constant" : "zero in every column";
            yield return new("D116",
                $"{without} of {Counted.Of(rows, "row")} {(without == 1 ? "is" : "are")} {what} and so {(without == 1 ? "has" : "have")} no {metric}: "
                + "similarity 0 with all other rows, 1 among themselves. Remove them, or use the metric euclidean.");
        }
    }
}
