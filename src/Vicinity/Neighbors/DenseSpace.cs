namespace Vicinity;

/// <summary>The rows of a matrix.</summary>
/// <param name="data">n x d points, finite; of length 1 already for metrics of directions, which are then Euclidean.</param>
/// <param name="metric">Not cosine or correlation.</param>
internal sealed class DenseSpace(Matrix data, Metric metric) : RowSpace
{
    private readonly Matrix data = data;

    public override int Count => data.Rows;

    public override bool FindsAll(NeighborMethod method) => metric.Kind != MetricKind.Euclidean || SearchPlan.For(method, Count).FindsAll;

    /// <summary>The rows as they are compared.</summary>
    public Matrix Data => data;

    /// <summary>True if r is the root of a sum of squares.</summary>
    public bool IsEuclidean => metric.Kind == MetricKind.Euclidean;

    public override RowSpace Select(IReadOnlyList<int> rows) => new DenseSpace(data.Select(rows), metric);

    public override NeighborGraph Graph(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation)
    {
        int k = Math.Max(0, Math.Min(neighbors, Count - 1));
        return metric.Kind switch
        {
            MetricKind.Euclidean => NeighborGraph.Build(data, k, method, threads, cancellation),
            MetricKind.Manhattan or MetricKind.Chebyshev or MetricKind.Hamming or MetricKind.Jaccard => MetricSearch.Run(data, metric, k, threads, cancellation),
            _ => MeasuredGraph(k, threads, cancellation),
        };
    }

    public override NeighborGraph GraphInAnyOrder(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation) => metric.Kind == MetricKind.Euclidean
        ? NeighborGraph.Build(data, neighbors, SearchPlan.For(method, data.Rows), threads, inOrder: true, cancellation)
        : Graph(neighbors, method, threads, cancellation);

    public override void Measure(RowSpace queries, int query, Span<double> distances)
    {
        ReadOnlySpan<float> row = ((DenseSpace)queries).data.Row(query);
        for (int j = 0; j < distances.Length; j++)
        {
            distances[j] = metric.Distance(row, data.Row(j));
        }
    }

    public override double Distance(int i, int j) => metric.Distance(data.Row(i), data.Row(j));

    public override PairMatrix Pairs(int threads, CancellationToken cancellation) =>
        metric.Kind == MetricKind.Euclidean ? PairDistances.Build(data, threads, cancellation) : base.Pairs(threads, cancellation);

    public override NearestRows Nearest(RowSpace queries, int neighbors, int threads, CancellationToken cancellation) => metric.Kind == MetricKind.Euclidean
        ? OtherNeighbors.Find(data, ((DenseSpace)queries).data, Math.Min(neighbors, Count), threads, cancellation)
        : metric.Kind == MetricKind.Own ? base.Nearest(queries, neighbors, threads, cancellation)
        : MetricSearch.Run(data, ((DenseSpace)queries).data, metric, Math.Min(neighbors, Count), threads, cancellation);
}
