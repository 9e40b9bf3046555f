using Xunit;

namespace Vicinity.Tests;

public sealed unsafe class MeshConvolutionTests
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 256, 1, 128 }, { 768, 1, 300 }, { 1280, 1, 640 }, { 16, 2, 8 }, { 32, 2, 11 }, { 48, 2, 24 }, { 80, 2, 40 }, { 96, 2, 33 }, { 144, 2, 72 }, { 16, 3, 8 }, { 48, 3, 20 }, { 64, 3, 32 },
    };

    [Theory, Trait("Leg", "Simd")]
    [MemberData(nameof(Shapes))]
    public void Convolves_as_the_double_sum_does(int side, int dimensions, int used)
    {
        (float[] charges, float[] potential, double sum, int stride) = Convolve(side, dimensions, used, 1);
        SeededRandom random = new(1);
        double largest = potential.Max(Math.Abs);
        int depth = dimensions == 3 ? used : 1;
        double expectedSum = 0;
        for (int z = 0; z < depth; z++)
        {
            for (int draw = 0; draw < 6; draw++)
            {
                (int x, int y) = (random.NextInt(used), dimensions == 1 ? 0 : random.NextInt(used));
                double expected = Direct(charges, stride, side, dimensions, used, (x, y, z));
                Assert.Equal(expected, potential[Place(x, y, z, stride, side)], 1e-6 * largest);
            }
        }

        for (int i = 0; i < charges.Length; i++)
        {
            expectedSum += (double)charges[i] * potential[i];
        }

        Assert.Equal(expectedSum, sum, 1e-5 * Math.Abs(expectedSum));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_bits_do_not_depend_on_the_threads(int side, int dimensions, int used)
    {
        (float[] _, float[] alone, double sum, int _) = Convolve(side, dimensions, used, 1);
        foreach (int threads in (int[])[2, 8])
        {
            (float[] _, float[] together, double sameSum, int _) = Convolve(side, dimensions, used, threads);
            Assert.True(alone.AsSpan().SequenceEqual(together));
            Assert.Equal(sum, sameSum, 0d);
        }
    }

    /// <summary>A kernel without mean, since the frequency zero is left out.</summary>
    private static double Kernel(int x, int y, int z) => 1 / (1.0 + (0.1 * ((x * x) + (y * y) + (z * z))));

    private static double Direct(float[] charges, int stride, int side, int dimensions, int used, (int X, int Y, int Z) at)
    {
        double total = 0;
        double charge = 0;
        for (int z = 0; z < (dimensions == 3 ? used : 1); z++)
        {
            for (int y = 0; y < (dimensions == 1 ? 1 : used); y++)
            {
                for (int x = 0; x < used; x++)
                {
                    double q = charges[Place(x, y, z, stride, side)];
                    charge += q;
                    total += q * Kernel(at.X - x, at.Y - y, at.Z - z);
                }
            }
        }

        return total - (charge * Mean(side, dimensions));
    }

    private static double Mean(int side, int dimensions)
    {
        double sum = 0;
        for (int i = 0; i < side; i++)
        {
            for (int j = 0; j < (dimensions == 1 ? 1 : side); j++)
            {
                for (int k = 0; k < (dimensions == 3 ? side : 1); k++)
                {
                    sum += Kernel(Math.Min(i, side - i), Math.Min(j, side - j), Math.Min(k, side - k));
                }
            }
        }

        return sum / Math.Pow(side, dimensions);
    }

    private static (float[] Charges, float[] Potential, double Sum, int Stride) Convolve(int side, int dimensions, int used, int threads)
    {
        IEvenTransform transform = dimensions == 1 ? new EvenLine(side) : new EvenTransform(side, dimensions);
        PinnedBuffer<double> samples = new(transform.Length);
        PinnedBuffer<float> factor = new(transform.Length);
        int places = (side / 2) + 1;
        for (int i = 0; i < Math.Pow(places, dimensions); i++)
        {
            (int x, int y, int z) = (i % places, i / places % places, i / places / places);
            samples.Pointer[transform.Place(x, y, z)] = Kernel(x, y, z);
        }

        (double mean, double size) = transform.Run(samples, [.. Enumerable.Repeat(1.0, places)], factor, threads);
        Assert.Equal(Mean(side, dimensions), mean, 1e-12);
        IMeshConvolution convolution = dimensions == 1 ? new LineConvolution(side) : new MeshConvolution(side, dimensions);
        PinnedBuffer<float> charges = new(convolution.GridLength);
        PinnedBuffer<float> potential = new(convolution.GridLength);
        SeededRandom random = new(side);
        for (int i = 0; i < Math.Pow(used, dimensions); i++)
        {
            charges.Pointer[Place(i % used, i / used % used, i / used / used, convolution.Stride, side)] = (float)random.NextDouble();
        }

        double sum = convolution.Run(charges.Pointer, used, factor.Pointer, potential.Pointer, threads);
        (float[] given, float[] made) = (charges.Span.ToArray(), potential.Span.ToArray());
        factor.KeepAlive();
        charges.KeepAlive();
        potential.KeepAlive();
        return (given, [.. made.Select(value => (float)(value * size))], sum * size, convolution.Stride);
    }

    private static int Place(int x, int y, int z, int stride, int side) => (((z * (side / 2)) + y) * stride) + x;
}
