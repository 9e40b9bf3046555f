using System.Numerics;
using System.Runtime.Intrinsics;

using Xunit;

namespace Vicinity.Tests;

public sealed unsafe class FourierPlanTests
{
    public static TheoryData<int> Lengths => [.. FourierSizes.UpTo(1000)];

    [Fact]
    public void Lengths_are_close_to_each_other()
    {
        int[] sizes = [.. FourierSizes.UpTo(20_000)];
        Assert.Equal([16, 32, 48, 64, 80, 96, 128, 144, 160, 192, 240, 256], sizes[..12]);
        Assert.All(sizes[5..].Zip(sizes[6..]), pair => Assert.InRange((double)pair.Second / pair.First, 1, 1.34));
        Assert.Equal(288, FourierSizes.AtLeast(257));
        Assert.Equal(256, FourierSizes.AtLeast(256));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Transforms_are_those_of_the_definition(int length)
    {
        AssertIsTheDefinition<float>(length, 3e-7);
        AssertIsTheDefinition<double>(length, 6e-16);
    }

    [Fact, Trait("Leg", "Simd")]
    public void Transforms_are_the_same_for_every_width()
    {
        foreach (int length in (int[])[16, 48, 80, 96, 240])
        {
            AssertIsTheDefinition<float>(length, 3e-7);
            AssertIsTheDefinition<double>(length, 6e-16);
        }
    }

    private static void AssertIsTheDefinition<T>(int length, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int lanes = Vector512<T>.Count;
        Complex[][] columns = [.. Enumerable.Range(0, lanes).Select(lane => Draw(length, lane))];
        foreach (bool isInverse in (bool[])[false, true])
        {
            PinnedBuffer<T> x = Interleaved<T>(columns);
            PinnedBuffer<T> work = new(x.Length);
            T* result = new FourierPlan<T>(length).Transform(x.Pointer, work.Pointer, isInverse);
            foreach (int lane in (int[])[0, lanes - 1])
            {
                Complex[] expected = Definition(columns[lane], isInverse);
                double size = expected.Max(value => value.Magnitude);
                for (int k = 0; k < length; k++)
                {
                    T* element = result + (2 * k * lanes) + lane;
                    Complex actual = new(double.CreateTruncating(element[0]), double.CreateTruncating(element[lanes]));
                    Assert.InRange((actual - expected[k]).Magnitude, 0, tolerance * Math.Log2(length) * size);
                }
            }

            x.KeepAlive();
            work.KeepAlive();
        }
    }

    private static Complex[] Definition(Complex[] x, bool isInverse)
    {
        Complex[] roots = [.. Enumerable.Range(0, x.Length).Select(j => Complex.FromPolarCoordinates(1, (isInverse ? 2 : -2) * Math.PI * j / x.Length))];
        Complex[] result = new Complex[x.Length];
        for (int k = 0; k < x.Length; k++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                result[k] += x[j] * roots[(int)((long)j * k % x.Length)];
            }
        }

        return result;
    }

    private static Complex[] Draw(int length, int seed)
    {
        SeededRandom random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => new Complex((float)(random.NextDouble() - 0.5), (float)(random.NextDouble() - 0.5)))];
    }

    private static PinnedBuffer<T> Interleaved<T>(Complex[][] columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int length = columns[0].Length;
        PinnedBuffer<T> values = new(2 * columns.Length * length);
        for (int k = 0; k < length; k++)
        {
            for (int lane = 0; lane < columns.Length; lane++)
            {
                values.Pointer[(2 * k * columns.Length) + lane] = T.CreateTruncating(columns[lane][k].Real);
                values.Pointer[(((2 * k) + 1) * columns.Length) + lane] = T.CreateTruncating(columns[lane][k].Imaginary);
            }
        }

        return values;
    }
}
