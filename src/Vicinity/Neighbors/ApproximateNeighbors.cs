namespace Vicinity;

/// <summary>Neighbours are looked for among the points of the nearest k-means lists, as many of them as a wanted share of true neighbours needs.</summary>
/// <remarks>
/// How many that are is measured on a sample of the data; where it is most of them, the search is exact instead. The neighbours that a point
/// gets are the nearest of all points in its lists, so the result depends on the data alone.
/// </remarks>
public sealed record ApproximateNeighbors : NeighborMethod
{
    /// <summary>Approximate neighbours.</summary>
    /// <param name="recall">Wanted share of true neighbours, above 0 and at most 1. Default: 0.98.</param>
    /// <exception cref="ArgumentOutOfRangeException">The recall is out of range.</exception>
    public ApproximateNeighbors(double recall = 0.98) => Recall = recall is > 0 and <= 1
        ? recall
        : throw new ArgumentOutOfRangeException(nameof(recall), recall, $"A recall is above 0 and at most 1, not {recall}. 0.98 is usual.");

    /// <summary>Wanted share of true neighbours among those that are found, on average over all points.</summary>
    public double Recall { get; }

    /// <inheritdoc />
    public override string Name => "approximate";
}
