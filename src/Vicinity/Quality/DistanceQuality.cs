namespace Vicinity;

/// <summary>How distances in the map, d, follow those in the data, r, over pairs of points (Shepard's diagram in numbers).</summary>
/// <remarks>
/// Methods of neighbours do not try to keep distances; only correlations and <see cref="ScaledStress"/> do not change with the size of the map.
/// What divides by zero is 0 if all d = r, else infinite; a correlation in which one side has no spread is 0, both sides 1.
/// </remarks>
public sealed record DistanceQuality
{
    /// <summary>Pairs compared; n (n - 1) / 2 are all.</summary>
    public required long Pairs { get; init; }

    /// <summary>Pearson's correlation of r and d, -1 ... 1.</summary>
    public required Estimate Pearson { get; init; }

    /// <summary>Spearman's correlation of r and d: that of their ranks, ties sharing their mean rank.</summary>
    public required Estimate Spearman { get; init; }

    /// <summary>Raw stress, the sum of (r - d)^2 over all pairs i &lt; j, extrapolated from a sample; squared units of the data.</summary>
    public required Estimate RawStress { get; init; }

    /// <summary>sum (r - d)^2 / sum r^2.</summary>
    public required Estimate NormalizedStress { get; init; }

    /// <summary>Stress-1 of Kruskal (1964), the root of sum (r - d)^2 / sum d^2.</summary>
    public required Estimate KruskalStress { get; init; }

    /// <summary>The stress of Sammon (1969), sum ((r - d)^2 / r) / sum r, over pairs with r above 0.</summary>
    public required Estimate SammonStress { get; init; }

    /// <summary>The root of the mean of (r - d)^2, in units of the data.</summary>
    public required Estimate RootMeanSquareError { get; init; }

    /// <summary>The mean of |r - d| / r over pairs with r above 0.</summary>
    public required Estimate RelativeError { get; init; }

    /// <summary>Normalized stress of the map at its best size: 1 - (sum r d)^2 / (sum r^2 sum d^2), 0 ... 1.</summary>
    public required Estimate ScaledStress { get; init; }
}
