using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Exact Euclidean neighbours: every distance by <see cref="DistanceTile"/> in float, the few that matter again in double.</summary>
internal static unsafe class ExactNeighbors
{
    private const int BlockFloats = 1 << 17;
    private const int MostRows = 192;
    private const int MostCandidates = 1 << 19;
    private const int DepthStep = 1024;
    private const int SortedBlockRows = 16;

    /// <summary>Fills n x k neighbours and distances; 0 &lt; k &lt; n.</summary>
    /// <exception cref="ArgumentException">A value is not finite, or the spread of the data is beyond the range of float.</exception>
    public static void Search(Matrix data, int neighbors, int[] indices, float[] distances, int threads, CancellationToken cancellation)
    {
        Centering centering = Centering.Of(data, threads, cancellation);
        if (neighbors == data.Rows - 1)
        {
            Blocks.Run(data.Rows, SortedBlockRows, threads, (_, first, end) => SortAll(data, first, end, indices, distances), cancellation);
            return;
        }

        using PackedPoints points = PackedPoints.Of(data, centering, threads, cancellation);
        int rows = RowsPerBlock(data.Columns, neighbors);
        Blocks.Run(data.Rows, rows, threads, (_, first, end) => SearchRows(data, points, neighbors, rows, first, end, indices, distances), cancellation);
    }

    /// <summary>As many rows as stay in a core's cache with their candidates, in whole panels.</summary>
    private static int RowsPerBlock(int depth, int neighbors)
    {
        int rows = Math.Min(MostRows, Math.Min(BlockFloats / depth, MostCandidates / Candidates.Capacity(neighbors)));
        return Math.Max(1, rows / DistanceTile.Rows) * DistanceTile.Rows;
    }

    /// <summary>All others are neighbours: nothing to select.</summary>
    private static void SortAll(Matrix data, int first, int end, int[] indices, float[] distances)
    {
        int neighbors = data.Rows - 1;
        double[] squares = new double[neighbors];
        for (int i = first; i < end; i++)
        {
            Span<int> others = indices.AsSpan(i * neighbors, neighbors);
            for (int k = 0; k < neighbors; k++)
            {
                others[k] = k < i ? k : k + 1;
            }

            ExactRanking.Measure(data, i, others, squares);
            ExactRanking.Sort(squares, others);
            for (int k = 0; k < neighbors; k++)
            {
                distances[(i * neighbors) + k] = (float)Math.Sqrt(squares[k]);
            }
        }
    }

    private static void SearchRows(
        Matrix data, PackedPoints points, int neighbors, int rows, int first, int end, int[] indices, float[] distances)
    {
        int count = end - first;
        int panels = Blocks.Count(count, DistanceTile.Rows);
        using var candidates = new Candidates(data, points, neighbors, rows);
        candidates.Begin(first, count);
        float* packed = (float*)NativeMemory.AlignedAlloc((nuint)rows * (nuint)points.Depth * sizeof(float), 64);
        new Span<float>(packed + ((nint)(panels - 1) * DistanceTile.Rows * points.Depth), DistanceTile.Rows * points.Depth).Clear();
        points.PackRows(first, end, packed);
        Sweep(points, packed, panels, candidates);
        NativeMemory.AlignedFree(packed);
        for (int i = first; i < end; i++)
        {
            candidates.Finish(i - first, indices.AsSpan(i * neighbors, neighbors), distances.AsSpan(i * neighbors, neighbors));
        }
    }

    /// <summary>Shows every point to every row of the block, in the order of the points.</summary>
    private static void Sweep(PackedPoints points, float* rows, int rowPanels, Candidates candidates)
    {
        float* sums = stackalloc float[rowPanels * DistanceTile.Rows * DistanceTile.Columns];
        byte* hits = stackalloc byte[rowPanels];
        for (int panel = 0; panel < points.Panels; panel++)
        {
            Distances(points, panel, rows, rowPanels, sums, candidates.Thresholds, hits);
            for (int rowPanel = 0; rowPanel < rowPanels; rowPanel++)
            {
                for (int row = rowPanel * DistanceTile.Rows, hit = hits[rowPanel]; hit != 0; row++, hit >>= 1)
                {
                    if ((hit & 1) != 0)
                    {
                        candidates.Add(row, sums + (row * DistanceTile.Columns), panel * DistanceTile.Columns);
                    }
                }
            }
        }
    }

    /// <summary>One panel of points against all rows; many coordinates are added in steps, so that a step of the panel stays in the nearest cache.</summary>
    private static void Distances(PackedPoints points, int panel, float* rows, int rowPanels, float* sums, float* thresholds, byte* hits)
    {
        float* start = points.Starts(panel);
        nint startStride = 0;
        for (int d = 0; d < points.Depth; d += DepthStep)
        {
            DistanceTile.Accumulate(
                rows + (d * DistanceTile.Rows),
                (nint)points.Depth * DistanceTile.Rows,
                rowPanels,
                points.Columns(panel) + ((nint)d * DistanceTile.Columns),
                Math.Min(DepthStep, points.Depth - d),
                start,
                startStride,
                sums,
                thresholds,
                hits);
            start = sums;
            startStride = DistanceTile.Columns;
        }
    }
}
