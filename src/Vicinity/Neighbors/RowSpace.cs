namespace Vicinity;

/// <summary>Rows with a distance between them: the one seam through which everything asks how far the rows of the input lie apart.</summary>
/// <remarks>Rows are those that are compared: scaled, reduced, of length 1 for metrics of directions. New rows are brought as a space of the same kind.</remarks>
internal abstract class RowSpace
{
    private const int BlockRows = 16;

    /// <summary>The rows of a table and their Euclidean distances.</summary>
    public static implicit operator RowSpace(Matrix data) => new DenseSpace(data, Metric.Euclidean);

    /// <summary>Number of rows, n.</summary>
    public abstract int Count { get; }

    /// <summary>Neighbours that are known of each row, where no more can be found; null if all can.</summary>
    public virtual int? KnownNeighbors => null;

    /// <summary>True if a search by this method finds all true neighbours, for any k; spaces other than Euclidean dense ones are always searched exactly.</summary>
    public virtual bool FindsAll(NeighborMethod method) => true;

    /// <summary>The k nearest rows of every row, itself left out; nearest first, ties by index.</summary>
    /// <param name="neighbors">k, cut to n - 1.</param>
    /// <param name="method">See <see cref="FindsAll"/>.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public abstract NeighborGraph Graph(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation);

    /// <summary>The same, in whatever order of rows is at hand; see <see cref="NeighborGraph.Order"/>.</summary>
    public virtual NeighborGraph GraphInAnyOrder(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation) =>
        Graph(neighbors, method, threads, cancellation);

    /// <summary>r from one row of a space of the same kind to all rows of this one, in double.</summary>
    /// <param name="queries">The space of the row; this one itself for its own rows.</param>
    /// <param name="query">The row in it.</param>
    /// <param name="distances">Receives r; length n.</param>
    public abstract void Measure(RowSpace queries, int query, Span<double> distances);

    /// <summary>r of two rows, in double.</summary>
    public abstract double Distance(int i, int j);

    /// <summary>Some of the rows; null if they are not known.</summary>
    public virtual RowSpace? Select(IReadOnlyList<int> rows) => null;

    /// <summary>r of all pairs of rows. Memory: 4 n^2 bytes.</summary>
    /// <exception cref="ArgumentException">There are more points than memory can hold pairs of.</exception>
    public virtual PairMatrix Pairs(int threads, CancellationToken cancellation)
    {
        PairMatrix pairs = new(Count);
        Blocks.Run(Count, BlockRows, threads, (_, first, end) =>
        {
            double[] distances = new double[Count];
            for (int i = first; i < end; i++)
            {
                Measure(this, i, distances);
                Span<float> row = pairs.Row(i);
                for (int j = 0; j < Count; j++)
                {
                    row[j] = i == j ? 0 : (float)distances[j];
                }
            }
        }, cancellation);
        pairs.Mirror(threads);
        return pairs;
    }

    /// <summary>The k nearest rows of this space for every row of another one; nearest first, ties by index. What a row gets does not depend on the others.</summary>
    /// <param name="queries">New rows.</param>
    /// <param name="neighbors">k, cut to n.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public virtual NearestRows Nearest(RowSpace queries, int neighbors, int threads, CancellationToken cancellation) =>
        NearestRows.Find(queries.Count, Count, Math.Min(neighbors, Count), (query, distances) => Measure(queries, query, distances), _ => -1, threads, cancellation);

    /// <summary>The graph of all rows by <see cref="Measure"/>, for spaces without a faster way.</summary>
    protected NeighborGraph MeasuredGraph(int neighbors, int threads, CancellationToken cancellation) => NearestRows.Find(
        Count, Count, Math.Max(0, Math.Min(neighbors, Count - 1)), (row, distances) => Measure(this, row, distances), row => row, threads, cancellation).ToGraph();
}
