using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>G = sum_k x_k x_k^T for the rows x_k of a padded array: a covariance of columns, or a Gram matrix of points if they lie in columns.</summary>
/// <remarks>Float products are summed over 256 rows at a time and those sums in double, so a relative error of about 1e-7 remains in G.</remarks>
internal static class SelfProduct
{
    private const int Depth = 256;
    private const int TileRows = 4;

    /// <summary>The full symmetric matrix, width x width.</summary>
    /// <param name="depth">Number of rows x_k.</param>
    /// <param name="width">Their length.</param>
    /// <param name="write">Writes x_k into a span of length width.</param>
    /// <param name="threads">Cores to use; the bits do not depend on it.</param>
    public static double[] Compute(int depth, int width, Action<int, Span<float>> write, int threads)
    {
        int stride = (width + 15) / 16 * 16;
        float[] stretch = new float[(Depth * stride) + 16];
        double[] product = new double[width * width];
        for (int first = 0; first < depth; first += Depth)
        {
            int rows = Math.Min(Depth, depth - first);
            for (int k = 0; k < rows; k++)
            {
                write(first + k, stretch.AsSpan(k * stride, width));
            }

            Blocks.Run(width, TileRows, threads, (_, row, _) => AddTileRow(stretch.AsSpan(0, rows * stride), product, row, width, stride));
        }

        Mirror(product, width);
        return product;
    }

    /// <summary>Four rows of G from their diagonal on, for one stretch of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTileRow(ReadOnlySpan<float> values, double[] product, int row, int width, int stride)
    {
        ref float origin = ref MemoryMarshal.GetReference(values);
        for (int column = row / 16 * 16; column < width; column += 16)
        {
            Vector512<float> sum0 = Vector512<float>.Zero;
            Vector512<float> sum1 = Vector512<float>.Zero;
            Vector512<float> sum2 = Vector512<float>.Zero;
            Vector512<float> sum3 = Vector512<float>.Zero;
            for (int k = 0; k < values.Length; k += stride)
            {
                Vector512<float> right = Vector512.LoadUnsafe(ref origin, (nuint)(k + column));
                ref float left = ref Unsafe.Add(ref origin, k + row);
                sum0 = Vector512.FusedMultiplyAdd(Vector512.Create(left), right, sum0);
                sum1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref left, 1)), right, sum1);
                sum2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref left, 2)), right, sum2);
                sum3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref left, 3)), right, sum3);
            }

            Add(sum0, product, row, column, width);
            Add(sum1, product, row + 1, column, width);
            Add(sum2, product, row + 2, column, width);
            Add(sum3, product, row + 3, column, width);
        }
    }

    private static void Add(Vector512<float> sum, double[] product, int row, int column, int width)
    {
        if (row >= width)
        {
            return;
        }

        for (int lane = 0; lane < Math.Min(16, width - column); lane++)
        {
            product[(row * width) + column + lane] += sum.GetElement(lane);
        }
    }

    private static void Mirror(double[] product, int width)
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
