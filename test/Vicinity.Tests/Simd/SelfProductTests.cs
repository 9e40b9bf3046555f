using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed class SelfProductTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 67)]
    [InlineData(700, 5)]
    [InlineData(257, 33)]
    public void The_product_is_that_of_the_definition(int depth, int width)
    {
        float[,] x = Numbers(depth, width);
        double[] product = SelfProduct.Compute(depth, width, (k, row) => Fill(x, k, row), 2);
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j < width; j++)
            {
                double expected = Enumerable.Range(0, depth).Sum(k => (double)x[k, i] * x[k, j]);
                Assert.Equal(expected, product[(i * width) + j], 1e-5 * Math.Sqrt(depth));
            }
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9, 300, 2)]
    [InlineData(20, 40, 50)]
    public void Scores_are_those_of_the_definition(int rows, int depth, int count)
    {
        float[,] x = Numbers(rows, depth);
        double[][] vectors = [.. Enumerable.Range(0, count).Select(k => Enumerable.Range(0, depth).Select(d => Math.Sin((k * 31) + d)).ToArray())];
        using Projection projection = new(vectors);
        double[] scores = projection.Apply([.. x.Cast<float>()], rows);
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < count; k++)
            {
                double expected = Enumerable.Range(0, depth).Sum(d => x[i, d] * vectors[k][d]);
                Assert.Equal(expected, scores[(i * count) + k], 1e-5 * Math.Sqrt(depth));
            }
        }
    }

    [Fact]
    public void Products_of_all_short_lengths_are_those_of_the_definition()
    {
        for (int length = 0; length <= 67; length++)
        {
            double[] x = [.. Enumerable.Range(0, length).Select(k => Math.Cos(k))];
            double[] y = [.. Enumerable.Range(0, length).Select(k => Math.Sin(k * k))];
            Assert.Equal(x.Zip(y, (a, b) => a * b).Sum(), DotProduct.Of(x, y), 1e-13);
            double[] sum = [.. y];
            DotProduct.AddScaled(sum, x, 0.75);
            Assert.Equal(y.Zip(x, (b, a) => b + (0.75 * a)), sum, (expected, actual) => Math.Abs(expected - actual) < 1e-15);
        }
    }

    private static float[,] Numbers(int rows, int columns)
    {
        SeededRandom random = new(rows + columns);
        float[,] numbers = new float[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int d = 0; d < columns; d++)
            {
                numbers[i, d] = (float)random.NextNormal();
            }
        }

        return numbers;
    }

    private static void Fill(float[,] x, int k, Span<float> row)
    {
        for (int d = 0; d < row.Length; d++)
        {
            row[d] = x[k, d];
        }
    }
}
