namespace Vicinity;

/// <summary>The rows of a sparse matrix, never written out: a row meets the others column by column, through the transpose.</summary>
/// <remarks>Cost of one row against all: the sum of the lengths of its columns. Everything in double, columns ascending, so equal rows are at distance 0.</remarks>
/// <param name="rows">n x d, without stored zeros; of length 1 already for cosine, which is then Euclidean.</param>
/// <param name="metric">Not cosine.</param>
internal sealed class SparseSpace(SparseMatrix rows, Metric metric) : RowSpace
{
    private readonly SparseMatrix rows = rows;
    private readonly Lazy<SparseMatrix> byColumns = new(rows.Transpose);
    private double[]? own;
    private RowMoments[]? ownMoments;

    public override int Count => rows.Rows;

    /// <summary>The rows as they are compared.</summary>
    public SparseMatrix Rows => rows;

    public override RowSpace Select(IReadOnlyList<int> some) => new SparseSpace(rows.Select(some), metric);

    public override NeighborGraph Graph(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation) =>
        MeasuredGraph(neighbors, threads, cancellation);

    public override void Measure(RowSpace queries, int query, Span<double> distances)
    {
        SparseMatrix from = ((SparseSpace)queries).rows;
        switch (metric.Kind)
        {
            case MetricKind.Euclidean:
                Measure<SparseEuclidean>(from, query, distances);
                break;
            case MetricKind.Manhattan:
                Measure<SparseManhattan>(from, query, distances);
                break;
            case MetricKind.Hamming:
                Measure<SparseHamming>(from, query, distances);
                break;
            case MetricKind.Jaccard:
                Measure<SparseJaccard>(from, query, distances);
                break;
            case MetricKind.Correlation:
                MeasureCorrelation(from, query, distances);
                break;
            case MetricKind.Chebyshev:
                MeasureChebyshev(from, query, distances);
                break;
            default:
                MeasureWrittenOut(from, query, distances);
                break;
        }
    }

    public override double Distance(int i, int j) => SparsePair.Distance(metric, rows, i, rows, j);

    private void Measure<TTerm>(SparseMatrix from, int query, Span<double> distances)
        where TTerm : struct, ISparseTerm
    {
        TTerm term = default;
        double[] alone = own ??= [.. Enumerable.Range(0, Count).Select(j => default(TTerm).Own(rows.RowValues(j)))];
        Accumulate<TTerm>(from, query, distances);
        double itself = term.Own(from.RowValues(query));
        for (int j = 0; j < distances.Length; j++)
        {
            distances[j] = term.Finish(distances[j], itself, alone[j], rows.Columns);
        }
    }

    /// <summary>The sums over shared columns with every row.</summary>
    private void Accumulate<TTerm>(SparseMatrix from, int query, Span<double> sums)
        where TTerm : struct, ISparseTerm
    {
        TTerm term = default;
        SparseMatrix byColumn = byColumns.Value;
        ReadOnlySpan<int> columns = from.RowColumns(query);
        ReadOnlySpan<float> values = from.RowValues(query);
        sums.Clear();
        for (int k = 0; k < columns.Length && columns[k] < byColumn.Rows; k++)
        {
            ReadOnlySpan<int> others = byColumn.RowColumns(columns[k]);
            ReadOnlySpan<float> theirs = byColumn.RowValues(columns[k]);
            for (int at = 0; at < others.Length; at++)
            {
                sums[others[at]] += term.Both(values[k], theirs[at]);
            }
        }
    }

    /// <summary>r^2 = 2 (1 - (x y - d mean mean) / deviations), the means never subtracted from an entry.</summary>
    private void MeasureCorrelation(SparseMatrix from, int query, Span<double> distances)
    {
        RowMoments[] moments = ownMoments ??= [.. Enumerable.Range(0, Count).Select(j => RowMoments.Of(rows.RowValues(j), rows.Columns))];
        RowMoments itself = RowMoments.Of(from.RowValues(query), rows.Columns);
        Accumulate<SparseEuclidean>(from, query, distances);
        for (int j = 0; j < distances.Length; j++)
        {
            distances[j] = itself.Chord(moments[j], distances[j], rows.Columns);
        }
    }

    private void MeasureChebyshev(SparseMatrix from, int query, Span<double> distances)
    {
        for (int j = 0; j < distances.Length; j++)
        {
            distances[j] = SparsePair.Chebyshev(from, query, rows, j);
        }
    }

    /// <summary>Two rows at a time, for distances of one's own.</summary>
    private void MeasureWrittenOut(SparseMatrix from, int query, Span<double> distances)
    {
        float[] row = new float[rows.Columns];
        float[] other = new float[rows.Columns];
        Write(from, query, row);
        for (int j = 0; j < distances.Length; j++)
        {
            Write(rows, j, other);
            distances[j] = metric.Distance(row, other);
            foreach (int column in rows.RowColumns(j))
            {
                other[column] = 0;
            }
        }
    }

    private static void Write(SparseMatrix from, int row, float[] values)
    {
        ReadOnlySpan<int> columns = from.RowColumns(row);
        for (int k = 0; k < columns.Length; k++)
        {
            values[columns[k]] = from.RowValues(row)[k];
        }
    }
}
