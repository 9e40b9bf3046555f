namespace Vicinity;

/// <summary>What a map keeps of the data, in numbers; every mean is over <see cref="Points"/>.</summary>
/// <remarks>A point is never a neighbour of itself. Ranks are by (distance, index), in data and map alike.</remarks>
public sealed record QualityReport
{
    /// <summary>Number of points, n.</summary>
    public required int Count { get; init; }

    /// <summary>k as resolved: at most n - 1.</summary>
    public required int NeighborsPerPoint { get; init; }

    /// <summary>True if every point was compared with all others; else <see cref="Points"/> is a random sample.</summary>
    public bool IsExact => Points.Count == Count;

    /// <summary>The share of the k nearest in the data that are among the k nearest in the map, Q_NX(k); random: k / (n - 1).</summary>
    public required Estimate NeighborsKept { get; init; }

    /// <summary>1 - a sum (rho - k) over the false neighbours j of all i, whose rank in the data is rho > k (Venna and Kaski 2001).</summary>
    /// <remarks>a = 2 / (n k (2n - 3k - 1)) for k below n / 2, else 2 / (n (n - k) (n - k - 1)), so that the worst map has 0.</remarks>
    public required Estimate Trustworthiness { get; init; }

    /// <summary>As <see cref="Trustworthiness"/> with data and map exchanged: whether neighbours were torn apart.</summary>
    public required Estimate Continuity { get; init; }

    /// <summary>The area under <see cref="RnxCurve"/> with weights 1 / K: one number for all sizes of neighbourhoods (Lee et al. 2013).</summary>
    public required Estimate RnxArea { get; init; }

    /// <summary>R_NX(K) = ((n - 1) Q_NX(K) - K) / (n - 1 - K) for K = 1 ... n - 2: the neighbours kept beyond chance; 1 perfect, about 0 random.</summary>
    /// <remarks>Entry 0 is K = 1. Empty below 3 points.</remarks>
    public required IReadOnlyList<double> RnxCurve { get; init; }

    /// <summary>Spearman's correlation between the ranks of all others in the data and in the map; mean over the points.</summary>
    public required Estimate RankCorrelation { get; init; }

    /// <summary>Distances in the map against distances in the data.</summary>
    public required DistanceQuality Distances { get; init; }

    /// <summary>Measures of labels; null without labels.</summary>
    public LabelQuality? Labels { get; init; }

    /// <summary>The loss; null unless an objective was named.</summary>
    public LossQuality? Loss { get; init; }

    /// <summary>The points that were measured, ascending.</summary>
    public required IReadOnlyList<PointQuality> Points { get; init; }
}
