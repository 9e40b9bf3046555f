namespace Vicinity;

/// <summary>A space whose neighbours are looked for once, for all who need them.</summary>
/// <remarks>
/// The k nearest of (distance, index) are the first of the k' nearest, so one exact graph serves every k. How far an approximate search looks
/// depends on k, so its graph serves that k alone: whoever asks gets what the space itself would give.
/// </remarks>
/// <param name="space">Where they are looked for.</param>
/// <param name="most">The largest number of neighbours that anybody needs.</param>
internal sealed class SharedSpace(RowSpace space, int most) : RowSpace
{
    private (NeighborMethod By, int Neighbors, bool InAnyOrder) asked;
    private NeighborGraph? graph;

    public override int Count => space.Count;

    public override RowSpace? Select(IReadOnlyList<int> rows) => space.Select(rows);

    public override int? KnownNeighbors => space.KnownNeighbors;

    public override bool FindsAll(NeighborMethod method) => space.FindsAll(method);

    public override NeighborGraph Graph(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation)
    {
        (NeighborMethod By, int Neighbors, bool) needed = Needed(neighbors, method, inAnyOrder: false);
        return Found(needed, () => space.Graph(needed.Neighbors, needed.By, threads, cancellation)).Nearest(neighbors);
    }

    public override NeighborGraph GraphInAnyOrder(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation)
    {
        (NeighborMethod By, int Neighbors, bool) needed = Needed(neighbors, method, inAnyOrder: true);
        return Found(needed, () => space.GraphInAnyOrder(needed.Neighbors, needed.By, threads, cancellation)).Nearest(neighbors);
    }

    public override void Measure(RowSpace queries, int query, Span<double> distances) =>
        space.Measure(queries is SharedSpace shared ? shared.Inner : queries, query, distances);

    public override double Distance(int i, int j) => space.Distance(i, j);

    public override PairMatrix Pairs(int threads, CancellationToken cancellation) => space.Pairs(threads, cancellation);

    private RowSpace Inner => space;

    private (NeighborMethod By, int Neighbors, bool InAnyOrder) Needed(int neighbors, NeighborMethod method, bool inAnyOrder) =>
        space.FindsAll(method) ? (NeighborMethod.Exact, Math.Max(neighbors, most), inAnyOrder) : (method, neighbors, inAnyOrder);

    private NeighborGraph Found((NeighborMethod By, int Neighbors, bool InAnyOrder) needed, Func<NeighborGraph> search)
    {
        if (graph is null || needed != asked)
        {
            graph = null;
            graph = search().Shared();
            asked = needed;
        }

        return graph;
    }
}
