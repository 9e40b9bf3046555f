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
    private readonly Matrix packed;
    private readonly Metric metric;
    private readonly int neighbors;
    private readonly int[] used;
    private readonly int stride;

    private MetricSearch(Matrix data, Metric metric, int neighbors)
    {
        this.data = data;
        this.metric = metric;
        this.neighbors = neighbors;
        bool isBinary = metric.Kind == MetricKind.Jaccard;
        packed = isBinary ? Binary(data) : data;
        used = isBinary ? [.. Enumerable.Range(0, data.Rows).Select(i => (int)Sum(packed.Row(i)))] : [];
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
    public static NeighborGraph Run(Matrix data, Metric metric, int neighbors, int threads, CancellationToken cancellation)
    {
        RequireRange(data, threads, cancellation);
        MetricSearch search = new(data, metric, neighbors);
        NearestRows found = new(new(data.Rows, neighbors), new(data.Rows, neighbors));
        if (neighbors > 0)
        {
            search.Search(found, threads, cancellation);
        }

        return found.ToGraph();
    }

    private static void RequireRange(Matrix data, int threads, CancellationToken cancellation)
    {
        double spread = data.Rows == 0 ? 0 : Centering.Ranges(data, threads, cancellation).Sum(column => column.Width);
        if (spread > float.MaxValue / 2)
        {
            throw new ArgumentException($"The values spread over {spread:g3}, but distances up to {float.MaxValue / 2:g3} can be held. Divide the data by {spread:g1}.", nameof(data));
        }
    }

    private void Search(NearestRows found, int threads, CancellationToken cancellation)
    {
        using MetricPanels panels = new(packed);
        int rows = Math.Clamp(MostFloats / stride, MetricTile.Rows, MostRows) / MetricTile.Rows * MetricTile.Rows;
        Blocks.Run(data.Rows, rows, threads, (_, first, end) =>
        {
            float* x = (float*)NativeMemory.AlignedAlloc((nuint)rows * (nuint)data.Columns * sizeof(float), 64);
            float* distances = (float*)NativeMemory.AlignedAlloc((nuint)rows * (nuint)stride * sizeof(float), 64);
            try
            {
                NativeMemory.Clear(x, (nuint)rows * (nuint)data.Columns * sizeof(float));
                panels.PackRows(first, end - first, x);
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
            float either = used[point] + used[j] - row[j];
            row[j] = either > 0 ? (either - row[j]) / either : 0;
        }
    }

    /// <summary>The k nearest of (distance, index): the point itself, at distance 0, counts as one more.</summary>
    private void Choose(int point, float* row, NearestRows found)
    {
        float bound = Selection.Bound(row, data.Rows, neighbors + 1);
        double slack = IsExact ? 0 : Rounding * (data.Columns + 2);
        float limit = (float)Math.Min(float.MaxValue, bound * (1 + (2 * slack)));
        List<int> candidates = [];
        for (int j = 0; j < data.Rows; j++)
        {
            if (j != point && (IsExact ? row[j] < bound : row[j] <= limit))
            {
                candidates.Add(j);
            }
        }

        for (int j = 0; j < data.Rows && candidates.Count < neighbors && IsExact; j++)
        {
            if (j != point && row[j] == bound)
            {
                candidates.Add(j);
            }
        }

        Write(point, [.. candidates], found);
    }

    private void Write(int point, int[] candidates, NearestRows found)
    {
        double[] distances = Array.ConvertAll(candidates, j => metric.Distance(data.Row(point), data.Row(j)));
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
