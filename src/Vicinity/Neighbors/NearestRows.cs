namespace Vicinity;

/// <summary>The nearest rows of some queries.</summary>
/// <param name="Indices">Queries x k, nearest first, ties by index.</param>
/// <param name="Distances">r beside them.</param>
internal sealed record NearestRows(RowPieces<int> Indices, RowPieces<float> Distances)
{
    private const int BlockRows = 16;

    /// <summary>By all distances of every query.</summary>
    /// <param name="queries">Number of queries.</param>
    /// <param name="count">Number of rows that are looked through.</param>
    /// <param name="neighbors">k, at most count, or count - 1 if one of them is left out.</param>
    /// <param name="measure">Writes the distances of a query to all rows.</param>
    /// <param name="self">The row that a query is itself; -1 if none.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static NearestRows Find(
        int queries, int count, int neighbors, Measurement measure, Func<int, int> self, int threads, CancellationToken cancellation)
    {
        NearestRows found = new(new(queries, neighbors), new(queries, neighbors));
        Blocks.Run(queries, BlockRows, threads, (_, first, end) =>
        {
            double[] distances = new double[count];
            double[] scratch = new double[count];
            List<int> kept = [];
            for (int query = first; query < end && neighbors > 0; query++)
            {
                measure(query, distances);
                Choose(distances, scratch, self(query), neighbors, kept);
                found.Write(query, distances, kept);
            }
        }, cancellation);
        return found;
    }

    public NeighborGraph ToGraph() => new(Indices.Rows, Indices.Rows == 0 ? 0 : Indices.Row(0).Length, Indices, Distances, NeighborMethod.Exact, 1);

    /// <summary>The k nearest in the order of (distance, index).</summary>
    private static void Choose(double[] distances, double[] scratch, int self, int neighbors, List<int> kept)
    {
        distances.CopyTo(scratch, 0);
        if (self >= 0)
        {
            scratch[self] = double.PositiveInfinity;
        }

        double bound = OrderStatistic.Select(scratch, neighbors - 1);
        kept.Clear();
        for (int j = 0; j < distances.Length; j++)
        {
            if (distances[j] < bound && j != self)
            {
                kept.Add(j);
            }
        }

        for (int j = 0; kept.Count < neighbors; j++)
        {
            if (distances[j] == bound && j != self)
            {
                kept.Add(j);
            }
        }

        kept.Sort((a, b) => distances[a].CompareTo(distances[b]) is var order and not 0 ? order : a.CompareTo(b));
    }

    private void Write(int query, double[] distances, List<int> kept)
    {
        for (int k = 0; k < kept.Count; k++)
        {
            Indices.Row(query)[k] = kept[k];
            Distances.Row(query)[k] = (float)distances[kept[k]];
        }
    }
}
