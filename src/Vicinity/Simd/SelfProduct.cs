using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>G = sum_k x_k x_k^T for vectors x_k that are written one by one: a covariance of columns, or a Gram matrix of points if they lie in columns.</summary>
/// <remarks>
/// The tiles are those of <see cref="DistanceTile"/>, with -x as rows and x as columns, 256 vectors at a time in float and those sums in double,
/// so a relative error of about 1e-7 remains in G.
/// </remarks>
internal sealed unsafe class SelfProduct : IDisposable
{
    private const int Depth = 256;
    private const int StretchFloats = 1 << 21;
    private readonly int width;
    private readonly int rowPanels;
    private readonly int columnPanels;
    private readonly int stretch;
    private readonly float* rows;
    private readonly float* columns;
    private readonly double[] product;

    private SelfProduct(int width)
    {
        this.width = width;
        rowPanels = Blocks.Count(width, DistanceTile.Rows);
        columnPanels = Blocks.Count(width, DistanceTile.Columns);
        stretch = Math.Clamp(StretchFloats / Math.Max(1, width) / Depth, 1, 16) * Depth;
        rows = (float*)NativeMemory.AlignedAlloc((nuint)stretch * (nuint)(rowPanels * DistanceTile.Rows) * sizeof(float), 64);
        columns = (float*)NativeMemory.AlignedAlloc((nuint)stretch * (nuint)(columnPanels * DistanceTile.Columns) * sizeof(float), 64);
        product = new double[width * width];
    }

    /// <summary>The full symmetric matrix, width x width.</summary>
    /// <param name="depth">Number of vectors x_k.</param>
    /// <param name="width">Their length.</param>
    /// <param name="write">Writes x_k into a span of length width; called from several threads.</param>
    /// <param name="threads">Cores to use; the bits do not depend on it.</param>
    public static double[] Compute(int depth, int width, Action<int, Span<float>> write, int threads)
    {
        using SelfProduct work = new(width);
        for (int first = 0; first < depth; first += work.stretch)
        {
            int count = Math.Min(work.stretch, depth - first);
            int start = first;
            Blocks.Run(count, Depth / 4, threads, (_, from, end) => work.Pack(start, from, end, write));
            Blocks.Run(work.columnPanels, 1, threads, (_, panel, _) => work.AddPanel(panel, count));
        }

        work.Mirror();
        return work.product;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(rows);
        NativeMemory.AlignedFree(columns);
    }

    /// <summary>Writes some vectors of the stretch into all panels.</summary>
    private void Pack(int start, int from, int end, Action<int, Span<float>> write)
    {
        int padded = columnPanels * DistanceTile.Columns;
        float[] vector = new float[padded + DistanceTile.Rows];
        for (int k = from; k < end; k++)
        {
            write(start + k, vector.AsSpan(0, width));
            for (int panel = 0; panel < columnPanels; panel++)
            {
                vector.AsSpan(panel * DistanceTile.Columns, DistanceTile.Columns)
                    .CopyTo(new(columns + (((nint)panel * stretch) + k) * DistanceTile.Columns, DistanceTile.Columns));
            }

            for (int panel = 0; panel < rowPanels; panel++)
            {
                ReadOnlySpan<float> some = vector.AsSpan(panel * DistanceTile.Rows, DistanceTile.Rows);
                float* to = rows + ((((nint)panel * stretch) + k) * DistanceTile.Rows);
                for (int lane = 0; lane < some.Length; lane++)
                {
                    to[lane] = -some[lane];
                }
            }
        }
    }

    /// <summary>The columns of one panel, down to the diagonal.</summary>
    private void AddPanel(int panel, int count)
    {
        int tile = DistanceTile.Rows * DistanceTile.Columns;
        int panels = Math.Min(rowPanels, Blocks.Count(Math.Min(width, (panel + 1) * DistanceTile.Columns), DistanceTile.Rows));
        float* sums = stackalloc float[tile];
        float* zeros = stackalloc float[tile];
        byte* hits = stackalloc byte[1];
        new Span<float>(zeros, tile).Clear();
        for (int rowPanel = 0; rowPanel < panels; rowPanel++)
        {
            for (int k = 0; k < count; k += Depth)
            {
                DistanceTile.Accumulate(
                    rows + ((((nint)rowPanel * stretch) + k) * DistanceTile.Rows),
                    0,
                    1,
                    columns + ((((nint)panel * stretch) + k) * DistanceTile.Columns),
                    Math.Min(Depth, count - k),
                    zeros,
                    0,
                    sums,
                    zeros,
                    hits);
                Subtract(sums, rowPanel * DistanceTile.Rows, panel * DistanceTile.Columns);
            }
        }
    }

    [MethodImpl(HotLoop.Alone)]
    private void Subtract(float* sums, int firstRow, int firstColumn)
    {
        int height = Math.Min(DistanceTile.Rows, width - firstRow);
        int length = Math.Min(DistanceTile.Columns, width - firstColumn);
        for (int row = 0; row < height; row++)
        {
            Span<double> to = product.AsSpan(((firstRow + row) * width) + firstColumn, length);
            float* from = sums + (row * DistanceTile.Columns);
            int lane = 0;
            for (; lane + 8 <= length; lane += 8)
            {
                ref double at = ref to[lane];
                (Vector512.LoadUnsafe(ref at) - Vector512.WidenLower(Vector256.Load(from + lane).ToVector512())).StoreUnsafe(ref at);
            }

            for (; lane < length; lane++)
            {
                to[lane] -= from[lane];
            }
        }
    }

    private void Mirror()
    {
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j < i; j++)
            {
                product[(i * width) + j] = product[(j * width) + i];
            }
        }
    }
}
