using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed class EntropyKernelTests
{
    [Fact]
    public void Exponential_and_logarithm_are_right_to_the_last_digits()
    {
        var random = new SeededRandom(5);
        for (int sample = 0; sample < 20_000; sample++)
        {
            double x = (random.NextDouble() - 0.5) * 1390;
            Assert.Equal(1, EntropyKernel.Exp(x) / Math.Exp(x), 5e-16);
            double y = Math.Exp(x * random.NextDouble());
            Assert.Equal(Math.Log(y), EntropyKernel.Log(y), 4e-16 * Math.Max(Math.Abs(Math.Log(y)), Math.Abs(y - 1) < 0.5 ? 1e-2 : 1));
        }

        Assert.Equal(1, EntropyKernel.Exp(0));
        Assert.Equal(0, EntropyKernel.Exp(-701));
        Assert.Equal(0, EntropyKernel.Log(1));
    }

    [Fact]
    public void Sums_of_every_length_agree_with_the_plain_sums()
    {
        var random = new SeededRandom(6);
        for (int length = 1; length <= 67; length++)
        {
            double[] x = new double[(length + 7) / 8 * 8];
            Array.Fill(x, EntropyKernel.Padding);
            for (int k = 0; k < length; k++)
            {
                x[k] = random.NextDouble() * 5;
            }

            double[] weights = new double[x.Length];
            (double weight, double first, double second) = EntropyKernel.Sum(x, 1.7, weights);
            double[] expected = [.. x.Select(v => v < 0 ? 0 : Math.Exp(-1.7 * v))];
            Assert.Equal(expected, weights, (a, b) => Math.Abs(a - b) <= 4e-16 * a);
            Assert.Equal(expected.Sum(), weight, 1e-13 * weight);
            Assert.Equal(expected.Zip(x, (w, v) => w * v).Sum(), first, 1e-13 * weight);
            Assert.Equal(expected.Zip(x, (w, v) => w * v * v).Sum(), second, 1e-12 * weight);
        }
    }
}
