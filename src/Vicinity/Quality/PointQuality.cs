namespace Vicinity;

/// <summary>How well the map treats one point; the means over the points are the numbers of <see cref="QualityReport"/>.</summary>
public sealed record PointQuality
{
    /// <summary>Which point, 0 ... n - 1.</summary>
    public required int Point { get; init; }

    /// <summary>The share of the k nearest in the data that are among the k nearest in the map, 0 ... 1.</summary>
    public required double NeighborsKept { get; init; }

    /// <summary>1 less the penalty for false neighbours: points among the k nearest of the map that are far in the data.</summary>
    /// <remarks>At least 0 in the mean over the points, but not for each of them.</remarks>
    public required double Trustworthiness { get; init; }

    /// <summary>1 less the penalty for lost neighbours: points among the k nearest of the data that are far in the map.</summary>
    public required double Continuity { get; init; }

    /// <summary>The area under the point's own R_NX curve, in which small K weigh more; 1 is perfect, about 0 random.</summary>
    public required double RnxArea { get; init; }

    /// <summary>Spearman's correlation between the ranks of all others in the data and in the map, -1 ... 1.</summary>
    public required double RankCorrelation { get; init; }

    /// <summary>The point's share of the normalized stress, sum (r - d)^2 / sum r^2 over its distances to all others; see <see cref="DistanceQuality"/>.</summary>
    public required double Stress { get; init; }

    /// <summary>The same with the point's distances in the map at their best size: 1 - (sum r d)^2 / (sum r^2 sum d^2), 0 ... 1.</summary>
    public required double ScaledStress { get; init; }

    /// <summary>True if the vote of the k nearest in the map names the point's label; null without labels.</summary>
    public bool? LabelFound { get; init; }

    /// <summary>True if the vote of the k nearest in the data names the point's label; null without labels.</summary>
    public bool? LabelFoundInData { get; init; }

    /// <summary>The chance that a point of the same label is nearer in the map than one of another, ties half; null if there are not both.</summary>
    public double? RocArea { get; init; }

    /// <summary>The area under precision against recall when others are taken by their distance in the map; null if there are not both.</summary>
    public double? PrecisionRecallArea { get; init; }

    /// <summary>The point's share of the loss, half of its row and half of its column of P, in nats; null if none is measured.</summary>
    /// <remarks>Only for pair-wise Kullback-Leibler costs of one kernel for all points; the shares of all points sum to the loss.</remarks>
    public double? Loss { get; init; }
}
