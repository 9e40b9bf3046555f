namespace Vicinity;

/// <summary>Whether points of one label are together in the map; means over the points measured.</summary>
public sealed record LabelQuality
{
    /// <summary>Leave-one-out accuracy of the vote of the k nearest in the map; of tied classes the one with the nearest member wins.</summary>
    public required Estimate Accuracy { get; init; }

    /// <summary>The same vote in the data: what a map can hope for.</summary>
    public required Estimate AccuracyInData { get; init; }

    /// <summary>Mean chance that a point of the same label is nearer than one of another (Mann-Whitney, ties half); random: 1/2.</summary>
    /// <remarks>Labels that occur once are skipped, here and in the lists of labels with a null; NaN if no point has others of its label and of another.</remarks>
    public required Estimate RocArea { get; init; }

    /// <summary>Mean area under precision against recall (interpolation of Davis and Goadrich 2006); random: the label's share of the points.</summary>
    public required Estimate PrecisionRecallArea { get; init; }

    /// <summary>The same for every label of which a point was measured, in the order of <see cref="Labels.Names"/>.</summary>
    public required IReadOnlyList<LabelScore> Scores { get; init; }

    internal static LabelQuality Of(Labels labels, IReadOnlyList<PointQuality> points)
    {
        int[] counts = new int[labels.Names.Count];
        foreach (int code in labels.Codes)
        {
            counts[code]++;
        }

        return new()
        {
            Accuracy = Estimate.Mean([.. points.Select(Hit)], labels.Count),
            AccuracyInData = Estimate.Mean([.. points.Select(point => point.LabelFoundInData == true ? 1.0 : 0)], labels.Count),
            RocArea = Area(points.Select(point => point.RocArea), counts),
            PrecisionRecallArea = Area(points.Select(point => point.PrecisionRecallArea), counts),
            Scores = [.. points.GroupBy(point => labels.Codes[point.Point]).OrderBy(group => group.Key)
                .Select(group => Score(labels.Names[group.Key], counts[group.Key], [.. group]))],
        };
    }

    private static double Hit(PointQuality point) => point.LabelFound == true ? 1 : 0;

    /// <summary>Over the points that have others of their label and others of another.</summary>
    private static Estimate Area(IEnumerable<double?> areas, int[] counts)
    {
        int withBoth = counts.Where(count => count > 1 && count < counts.Sum()).Sum();
        return withBoth == 0 ? new(double.NaN, 0) : Estimate.Mean([.. areas.OfType<double>()], withBoth);
    }

    private static LabelScore Score(string label, int count, PointQuality[] points) => new(
        label,
        count,
        Estimate.Mean([.. points.Select(Hit)], count),
        points[0].RocArea is null ? null : Estimate.Mean([.. points.Select(point => point.RocArea!.Value)], count),
        points[0].PrecisionRecallArea is null ? null : Estimate.Mean([.. points.Select(point => point.PrecisionRecallArea!.Value)], count));
}
