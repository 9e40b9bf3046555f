namespace Vicinity;

/// <summary>The points of a map of which nothing is known but how far new ones are from them.</summary>
/// <param name="count">n.</param>
internal sealed class MapPoints(int count) : RowSpace
{
    public override int Count => count;

    public override NeighborGraph Graph(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation) =>
        throw new NotSupportedException("Distances between the points of the map are not kept.");

    public override void Measure(RowSpace queries, int query, Span<double> distances) => ((DistanceRows)queries).CopyRow(query, distances);

    public override double Distance(int i, int j) => throw new NotSupportedException("Distances between the points of the map are not kept.");
}
