using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Exact neighbours by distances without products: all pairs in float by <see cref="MetricTile"/>, the few that matter again in double.</summary>
/// <remarks>Cost: n^2 d. Sums of terms that are at least 0 have a relative error of d 2^-24 at most, so the candidates surely hold the k nearest.</remarks>
internal sealed unsafe class MetricSearch
{
    private const int MostFloats = 1 << 22;
    private const int MostRows = 96;
    private const double Rounding = 1.0 / (1 << 23);
    private readonly Matrix data;
    private readonly Matrix queries;
    private readonly Matrix packed;
    private readonly Matrix packedQueries;
    private readonly Metric metric;
    private readonly int neighbors;
    private readonly int[] used;
    private readonly int[] usedByQueries;
    private readonly int stride;

    /// <summary>True if the queries are the points themselves, none of which is its own neighbour.</summary>
    private readonly bool isOfItself;

    private MetricSearch(Matrix data, Matrix queries, bool isOfItself, Metric metric, int neighbors)
    {
        this.isOfItself = isOfItself;
        this.data = data;
        this.queries = queries;
        this.metric = metric;
        this.neighbors = neighbors;
        bool isBinary = metric.Kind == MetricKind.Jaccard;
        packed = isBinary ? Binary(data) : data;
        packedQueries = isOfItself ? packed : isBinary ? Binary(queries) : queries;
        used = isBinary ? Used(packed) : [];
        usedByQueries = isOfItself ? used : isBinary ? Used(packedQueries) : [];
        stride = Blocks.Count(data.Rows, MetricTile.Columns) * MetricTile.Columns;
    }

    /// <summary>True for counts, which floats hold without an error.</summary>
    private bool IsExact => metric.Kind is MetricKind.Hamming or MetricKind.Jaccard;

    /// <summary>The k nearest of all points.</summary>
    /// <param name="data">n x d points, finite.</param>
    /// <param name="metric">Manhattan, Chebyshev, Hamming or Jaccard.</param>
    /// <param name="neighbors">k, below n.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static NeighborGraph Run(Matrix data, Metric metric, int neighbors, int threads, CancellationToken cancellation) =>
        Run(data, data, isOfItself: true, metric, neighbors, threads, cancellation).ToGraph();

    /// <summary>The k nearest points of every query; what one gets does not depend on the others.</summary>
    /// <param name="data">n x d points, finite.</param>
    /// <param name="queries">m x d, finite.</param>
    /// <param name="metric">See above.</param>
    /// <param name="neighbors">k, at most n.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static NearestRows Run(Matrix data, Matrix queries, Metric metric, int neighbors, int threads, CancellationToken cancellation) =>
        Run(data, queries, isOfItself: false, metric, neighbors, threads, cancellation);

    private static NearestRows Run(
        Matrix data, Matrix queries, bool isOfItself, Metric metric, int neighbors, int threads, CancellationToken cancellation)
    {
        RequireRange(data, queries, threads, cancellation);
        NearestRows found = new(new(queries.Rows, neighbors), new(queries.Rows, neighbors));
        if (neighbors > 0)
        {
            new MetricSearch(data, queries, isOfItself, metric, neighbors).Search(found, threads, cancellation);
        }

        return found;
    }

    private static void RequireRange(Matrix data, Matrix queries, int threads, CancellationToken cancellation)
    {
        ColumnRange[] ranges = data.Rows == 0 ? [] : Centering.Ranges(data, threads, cancellation);
        ColumnRange[] others = queries.Rows == 0 || ReferenceEquals(data, queries) ? ranges : Centering.Ranges(queries, threads, cancellation);
        double spread = ranges.Zip(others, (a, b) => (double)Math.Max(a.Most, b.Most) - Math.Min(a.Least, b.Least)).Sum();
        if (spread > float.MaxValue / 2)
        {
            throw new ArgumentException($"The values spread over {spread:g3}, but distances up to {float.MaxValue / 2:g3} can be held. Divide the data by {spread:g1}.", nameof(data));
        }
    }

    private void Search(NearestRows found, int threads, CancellationToken cancellation)
    {
        using MetricPanels panels = new(packed);
        int rows = Math.Clamp(MostFloats / stride, MetricTile.Rows, MostRows) / MetricTile.Rows * MetricTile.Rows;
        Blocks.Run(queries.Rows, rows, threads, (_, first, end) =>
        {
            float* x = (float*)NativeMemory.AlignedAlloc((nuint)rows * (nuint)data.Columns * sizeof(float), 64);
            float* distances = (float*)NativeMemory.AlignedAlloc((nuint)rows * (nuint)stride * sizeof(float), 64);
            try
            {
                NativeMemory.Clear(x, (nuint)rows * (nuint)data.Columns * sizeof(float));
                MetricPanels.PackRows(packedQueries, first, end - first, x);
                Measure(panels, x, Blocks.Count(end - first, MetricTile.Rows), distances);
                for (int i = first; i < end; i++)
                {
                    float* row = distances + ((nint)(i - first) * stride);
                    Finish(i, row);
                    Choose(i, row, found);
                }
            }
            finally
            {
                NativeMemory.AlignedFree(x);
                NativeMemory.AlignedFree(distances);
            }
        }, cancellation);
    }

    private void Measure(MetricPanels panels, float* x, int rowPanels, float* distances)
    {
        for (int panel = 0; panel < panels.Count; panel++)
        {
            for (int rowPanel = 0; rowPanel < rowPanels; rowPanel++)
            {
                float* rows = x + ((nint)rowPanel * MetricTile.Rows * data.Columns);
                float* sums = distances + ((nint)rowPanel * MetricTile.Rows * stride) + (panel * MetricTile.Columns);
                Tile(rows, panels.Panel(panel), sums);
            }
        }
    }

    private void Tile(float* rows, float* columns, float* sums)
    {
        switch (metric.Kind)
        {
            case MetricKind.Manhattan:
                MetricTile.Measure<AbsoluteSum>(rows, columns, data.Columns, sums, stride);
                break;
            case MetricKind.Chebyshev:
                MetricTile.Measure<AbsoluteMaximum>(rows, columns, data.Columns, sums, stride);
                break;
            case MetricKind.Hamming:
                MetricTile.Measure<DifferenceCount>(rows, columns, data.Columns, sums, stride);
                break;
            default:
                MetricTile.Measure<CommonCount>(rows, columns, data.Columns, sums, stride);
                break;
        }
    }

    /// <summary>Counts become the shares that distances are; a quotient of whole numbers that is rounded once is equal for equal shares.</summary>
    private void Finish(int point, float* row)
    {
        for (int j = 0; j < data.Rows && metric.Kind == MetricKind.Jaccard; j++)
        {
            float either = usedByQueries[point] + used[j] - row[j];
            row[j] = either > 0 ? (either - row[j]) / either : 0;
        }
    }

    /// <summary>The k nearest of (distance, index): the point itself, at distance 0, counts as one more.</summary>
    private void Choose(int point, float* row, NearestRows found)
    {
        int self = isOfItself ? point : -1;
        float bound = Selection.Bound(row, data.Rows, neighbors + (isOfItself ? 1 : 0));
        double slack = IsExact ? 0 : Rounding * (data.Columns + 2);
        float limit = (float)Math.Min(float.MaxValue, bound * (1 + (2 * slack)));
        List<int> candidates = [];
        for (int j = 0; j < data.Rows; j++)
        {
            if (j != self && (IsExact ? row[j] < bound : row[j] <= limit))
            {
                candidates.Add(j);
            }
        }

        for (int j = 0; j < data.Rows && candidates.Count < neighbors && IsExact; j++)
        {
            if (j != self && row[j] == bound)
            {
                candidates.Add(j);
            }
        }

        Write(point, [.. candidates], found);
    }

    private void Write(int point, int[] candidates, NearestRows found)
    {
        double[] distances = Array.ConvertAll(candidates, j => metric.Distance(queries.Row(point), data.Row(j)));
        ExactRanking.Sort(distances, candidates);
        candidates.AsSpan(0, neighbors).CopyTo(found.Indices.Row(point));
        for (int k = 0; k < neighbors; k++)
        {
            found.Distances.Row(point)[k] = (float)distances[k];
        }
    }

    private static Matrix Binary(Matrix data) => Matrix.Create(data.Rows, data.Columns, (i, row) =>
    {
        for (int d = 0; d < row.Length; d++)
        {
            row[d] = data.Row(i)[d] != 0 ? 1 : 0;
        }
    });

    private static int[] Used(Matrix binary) => [.. Enumerable.Range(0, binary.Rows).Select(i => (int)Sum(binary.Row(i)))];

    private static float Sum(ReadOnlySpan<float> row)
    {
        float sum = 0;
        foreach (float value in row)
        {
            sum += value;
        }

        return sum;
    }
}
