namespace Vicinity;

/// <summary>How well maps of one data set from different random starts agree.</summary>
public sealed record StabilityReport
{
    /// <summary>Maps that were compared.</summary>
    public required int Starts { get; init; }

    /// <summary>The points that were compared, ascending.</summary>
    public required IReadOnlyList<int> Points { get; init; }

    /// <summary>For each of <see cref="Points"/> the share of its 15 nearest in one map that are so in another, mean over all pairs of maps, 0 ... 1.</summary>
    public required IReadOnlyList<double> NeighborOverlap { get; init; }

    /// <summary>Mean of <see cref="NeighborOverlap"/>; about 0.9 for maps of clear structure, below 0.3 for noise.</summary>
    public double MeanOverlap => NeighborOverlap.DefaultIfEmpty(1).Average();

    /// <summary>Whether the same points share an island: adjusted Rand index, mean over all pairs of maps; 1 for the same islands, 0 for unrelated ones.</summary>
    public required double IslandAgreement { get; init; }

    /// <summary>Rank correlation of the distances between the islands of the first map from map to map, mean over all pairs; NaN for fewer than three islands.</summary>
    public required double DistanceCorrelation { get; init; }
}
