namespace Vicinity;

/// <summary>Points of which only some neighbours are known.</summary>
internal sealed class GivenGraph(NeighborGraph graph) : RowSpace
{
    public override int Count => graph.Count;

    public override int? KnownNeighbors => graph.NeighborsPerPoint;

    public override NeighborGraph Graph(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation) => graph.Nearest(neighbors).Shared();

    /// <exception cref="ArgumentException">Always: not all distances are known.</exception>
    public override void Measure(RowSpace queries, int query, Span<double> distances) =>
        throw Unknown();

    /// <exception cref="ArgumentException">Always: not all distances are known.</exception>
    public override double Distance(int i, int j) => throw Unknown();

    private static ArgumentException Unknown() =>
        new("Distances of all pairs are needed, but only those of nearest neighbours are given. Give the data or all distances.", "data");
}
