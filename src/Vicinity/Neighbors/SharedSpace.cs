namespace Vicinity;

/// <summary>A space whose neighbours are looked for once, for all who need them.</summary>
/// <param name="space">Where they are looked for.</param>
/// <param name="most">The largest number of neighbours that anybody needs.</param>
internal sealed class SharedSpace(RowSpace space, int most) : RowSpace
{
    private NeighborGraph? graph;

    public override int Count => space.Count;

    public override int? KnownNeighbors => space.KnownNeighbors;

    public override NeighborGraph Graph(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation)
    {
        if (neighbors > most)
        {
            return space.Graph(neighbors, method, threads, cancellation);
        }

        graph ??= space.Graph(most, method, threads, cancellation).Shared();
        return graph.Nearest(neighbors);
    }

    public override void Measure(RowSpace queries, int query, Span<double> distances) =>
        space.Measure(queries is SharedSpace shared ? shared.Inner : queries, query, distances);

    public override PairMatrix Pairs(int threads, CancellationToken cancellation) => space.Pairs(threads, cancellation);

    private RowSpace Inner => space;
}
