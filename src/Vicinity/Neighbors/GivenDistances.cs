namespace Vicinity;

/// <summary>Points of which only the distances are known.</summary>
internal sealed class GivenDistances(DistanceMatrix distances) : RowSpace
{
    public override int Count => distances.Count;

    public override NeighborGraph Graph(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation) =>
        MeasuredGraph(neighbors, threads, cancellation);

    public override void Measure(RowSpace queries, int query, Span<double> distancesOfQuery) => ((GivenDistances)queries).CopyRow(query, distancesOfQuery);

    public override double Distance(int i, int j) => distances[i, j];

    private void CopyRow(int row, Span<double> values) => distances.CopyRow(row, values);
}
