namespace Vicinity;

/// <summary>Map positions (or forces, or steps) of n points as one padded array per dimension, the form that lanes read.</summary>
/// <remarks>Padding stays zero. The stride is a multiple of 16, so a lane load never leaves the axis.</remarks>
internal sealed class Coordinates
{
    private const int BlockSize = 4096;

    private readonly float[] values;

    public Coordinates(int count, int dimensions)
    {
        Count = count;
        Dimensions = dimensions;
        Stride = PaddedLength(count);
        values = new float[Stride * dimensions];
    }

    public int Count { get; }

    public int Dimensions { get; }

    /// <summary>Padded length of an axis.</summary>
    public int Stride { get; }

    /// <summary>The next multiple of 16.</summary>
    public static int PaddedLength(int count) => (count + Lanes.Count - 1) / Lanes.Count * Lanes.Count;

    /// <summary>One axis, padded; length Stride.</summary>
    public Span<float> Axis(int dimension) => values.AsSpan(dimension * Stride, Stride);

    /// <summary>All axes, one after the other, padding included; length Stride x Dimensions.</summary>
    public Span<float> All => values;

    /// <summary>The points of a plane as x, y, x, y ...: what is read at any place lies together. As many as there is room for.</summary>
    public void WritePairs(Span<float> pairs)
    {
        for (int i = 0; i < pairs.Length / 2; i++)
        {
            (pairs[2 * i], pairs[(2 * i) + 1]) = (values[i], values[Stride + i]);
        }
    }

    /// <summary>Moves the mean of the points to the origin, and then stretches them.</summary>
    public void Center(int threads = 1, float stretch = 1)
    {
        double[] sums = new double[Blocks.Count(Count, BlockSize) * Dimensions];
        Blocks.Run(Count, BlockSize, threads, (block, first, end) =>
        {
            for (int d = 0; d < Dimensions; d++)
            {
                sums[(block * Dimensions) + d] = Sum(Axis(d)[first..end]);
            }
        });
        float[] means = [.. Enumerable.Range(0, Dimensions).Select(d => (float)(sums.Where((_, at) => at % Dimensions == d).Sum() / Count))];
        Blocks.Run(Count, BlockSize, threads, (_, first, end) =>
        {
            for (int d = 0; d < Dimensions; d++)
            {
                Subtract(Axis(d)[first..end], means[d], stretch);
            }
        });
    }

    /// <summary>|y_i - y_j|^2 in double.</summary>
    public double SquaredDistance(int i, int j)
    {
        double squared = 0;
        for (int d = 0; d < values.Length; d += Stride)
        {
            double difference = (double)values[d + i] - values[d + j];
            squared += difference * difference;
        }

        return squared;
    }

    /// <summary>Sixteen sums side by side, added at the end.</summary>
    private static double Sum(ReadOnlySpan<float> axis)
    {
        double sum = 0;
        for (int i = 0; i < axis.Length; i += Lanes.Count)
        {
            sum += Lanes.Load(axis[i..]).Sum();
        }

        return sum;
    }

    private static void Subtract(Span<float> axis, float mean, float stretch)
    {
        for (int i = 0; i < axis.Length; i += Lanes.Count)
        {
            ((Lanes.Load(axis[i..]) - Lanes.Broadcast(mean)) * Lanes.Broadcast(stretch)).Store(axis[i..]);
        }
    }

    public static Coordinates From(Matrix matrix)
    {
        Coordinates result = new(matrix.Rows, matrix.Columns);
        for (int i = 0; i < matrix.Rows; i++)
        {
            ReadOnlySpan<float> row = matrix.Row(i);
            for (int d = 0; d < row.Length; d++)
            {
                result.Axis(d)[i] = row[d];
            }
        }

        return result;
    }

    public Matrix ToMatrix() => Matrix.Create(Count, Dimensions, (i, row) =>
    {
        for (int d = 0; d < row.Length; d++)
        {
            row[d] = Axis(d)[i];
        }
    });
}
