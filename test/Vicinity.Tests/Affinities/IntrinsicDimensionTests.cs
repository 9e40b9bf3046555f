using Xunit;

namespace Vicinity.Tests;

/// <summary>Four equal forms of one number, and the difference between two scales of which it is the limit.</summary>
public sealed class IntrinsicDimensionTests
{
    private const double U = 12;
    private static readonly NeighborGraph Graph = NeighborGraph.Build(Clouds.Normal(120, 5), 36);
    private static readonly Affinities Calibrated = Affinities.FromPerplexity(Graph, U);

    [Fact]
    public void It_is_twice_the_squared_precision_times_the_variance_of_the_squared_distance() =>
        AssertForm(1e-8, (beta, squares, p, _) =>
        {
            double mean = Mean(p, squares);
            return 2 * beta * beta * Mean(p, [.. squares.Select(square => (square - mean) * (square - mean))]);
        });

    [Fact]
    public void It_is_the_slope_of_the_entropy_in_the_logarithm_of_the_precision() =>
        AssertForm(1e-6, (beta, squares, _, _) =>
        {
            const double Step = 1e-4;
            double above = AffinityOracle.Entropy(Normalized(squares, beta * Math.Exp(Step)));
            double below = AffinityOracle.Entropy(Normalized(squares, beta * Math.Exp(-Step)));
            return -2 * (above - below) / (2 * Step);
        });

    [Fact]
    public void It_is_the_covariance_of_squared_distance_and_logarithm() =>
        AssertForm(1e-7, (beta, squares, p, _) =>
        {
            double entropy = AffinityOracle.Entropy(p);
            return -2 * beta * Mean(p, [.. squares.Select((square, k) => square * (Math.Log(p[k]) + entropy))]);
        });

    [Fact]
    public void It_is_made_of_sums_of_weights_and_their_logarithms() =>
        AssertForm(1e-7, (_, _, _, w) =>
        {
            double sum = w.Sum();
            double first = w.Sum(weight => weight * Math.Log(weight));
            double second = w.Sum(weight => weight * Math.Log(weight) * Math.Log(weight));
            return 2 / sum * (second - (first * first / sum));
        });

    [Fact]
    public void It_is_the_limit_of_the_difference_between_two_scales()
    {
        Affinities wider = Affinities.FromPerplexity(Graph, U * 1.001);
        Affinities narrower = Affinities.FromPerplexity(Graph, U / 1.001);
        for (int i = 0; i < Graph.Count; i++)
        {
            double between = -2 * 2 * Math.Log(1.001) / Math.Log(wider.Precisions[i] / narrower.Precisions[i]);
            Assert.Equal(between, Calibrated.IntrinsicDimensions[i], 1e-4 * between);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_uniform_cloud_has_the_dimension_of_its_space(int dimension)
    {
        var random = new SeededRandom(3);
        Matrix cloud = Matrix.Create(1500, 7, (_, row) =>
        {
            for (int d = 0; d < dimension; d++)
            {
                row[d] = (float)random.NextDouble();
            }
        });
        Affinities affinities = Affinities.FromPerplexity(NeighborGraph.Build(cloud, 90), 30);
        Assert.Equal(dimension, affinities.IntrinsicDimensions.ToArray().Average(), 0.25 * dimension);
    }

    [Fact]
    public void An_exponential_kernel_has_the_slope_of_its_own_precision()
    {
        Affinities affinities = Affinities.FromPerplexity(Graph, U, new AffinityRecipe { Kernel = InputKernel.Exponential });
        double[] r = [.. Graph.Distances(7).ToArray().Select(value => (double)value)];
        const double Step = 1e-4;
        double above = AffinityOracle.Entropy(Normalized(r, affinities.Precisions[7] * Math.Exp(Step)));
        double below = AffinityOracle.Entropy(Normalized(r, affinities.Precisions[7] * Math.Exp(-Step)));
        Assert.Equal(-(above - below) / (2 * Step), affinities.IntrinsicDimensions[7], 1e-6);
    }

    [Fact]
    public void Points_without_a_precision_have_none_and_averages_of_scales_have_no_list()
    {
        Affinities equal = Affinities.FromPerplexity(NeighborGraph.Build(Matrix.Create(20, 2, (_, row) => row.Fill(1)), 9), 3);
        Assert.All(equal.IntrinsicDimensions.ToArray(), dimension => Assert.Equal(0, dimension));
        Assert.True(Affinities.FromPerplexity(Graph, [5, 12]).IntrinsicDimensions.IsEmpty);
        Assert.True(Affinities.FromPerplexity(Graph, [5, 12]).Precisions.IsEmpty);
    }

    private static void AssertForm(double tolerance, Func<double, double[], double[], double[], double> form)
    {
        Assert.Equal(Graph.Count, Calibrated.IntrinsicDimensions.Length);
        for (int i = 0; i < Graph.Count; i++)
        {
            double beta = Calibrated.Precisions[i];
            double[] squares = [.. Graph.Distances(i).ToArray().Select(r => (double)r * r)];
            double[] w = [.. squares.Select(square => Math.Exp(-beta * square))];
            double expected = form(beta, squares, Normalized(squares, beta), w);
            Assert.Equal(expected, Calibrated.IntrinsicDimensions[i], tolerance * expected);
        }
    }

    private static double[] Normalized(double[] f, double beta)
    {
        double[] w = [.. f.Select(value => Math.Exp(-beta * (value - f[0])))];
        return [.. w.Select(weight => weight / w.Sum())];
    }

    private static double Mean(double[] p, double[] values) => p.Zip(values, (weight, value) => weight * value).Sum();
}
