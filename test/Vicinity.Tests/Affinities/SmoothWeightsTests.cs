using Xunit;

namespace Vicinity.Tests;

public sealed class SmoothWeightsTests
{
    [Fact]
    public void The_nearest_weighs_one_and_a_row_sums_to_the_logarithm_of_its_length()
    {
        NeighborGraph graph = NeighborGraph.Build(Clouds.Normal(80, 5), 14);
        double[] weights = new double[14];
        for (int i = 0; i < graph.Count; i++)
        {
            RowCalibration row = SmoothWeights.Run(graph.Distances(i), 1, weights);
            Assert.Equal(1, weights[0]);
            Assert.Equal(Math.Log2(15), weights.Sum(), 1e-5);
            Assert.Equal(weights.Sum(), row.Sum, 1e-12);
            Assert.Equal(Math.Exp(-row.Precision * ((double)graph.Distances(i)[9] - graph.Distances(i)[0])), weights[9], 1e-12);
        }
    }

    [Fact]
    public void Duplicates_do_not_set_the_nearest_distance()
    {
        double[] weights = new double[4];
        SmoothWeights.Run([0, 0, 2, 5], 1, weights);
        Assert.Equal([1, 1, 1], weights[..3]);
        Assert.InRange(weights[3], 0, 1e-3);
    }

    [Fact]
    public void A_row_of_duplicates_takes_its_floor_from_the_mean_of_all_rows()
    {
        double[] weights = new double[3];
        RowCalibration row = SmoothWeights.Run([0, 0, 0], 7, weights);
        Assert.Equal([1, 1, 1], weights);
        Assert.Equal(1 / 7e-3, row.Precision, 1e-9);
        Assert.True(double.IsFinite(SmoothWeights.Run([0, 0, 0], 0, weights).Precision));
        Assert.Equal([1, 1, 1], weights);
    }

    [Fact]
    public void Sigma_is_at_least_a_thousandth_of_the_mean_distance_with_the_point_itself()
    {
        // Three at the nearest distance already sum to more than log2 5, so sigma would go to 0.
        double[] weights = new double[4];
        Assert.Equal(1 / (1e-3 * 103 / 5), SmoothWeights.Run([1, 1, 1, 100], 7, weights).Precision, 1e-9);
    }

    [Theory]
    [InlineData(100, 14)]
    [InlineData(9, 8)]
    public void Fifteen_neighbors_count_the_point_itself(int count, int others)
    {
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(50, NeighborCount.Auto, count, InputKernel.SmoothNearest);
        Assert.Equal((0, others, false), (resolved.Perplexity, resolved.Neighbors, resolved.IsUniform));
        Assert.True(resolved.Request.IsAuto);
        Assert.Equal(5, ResolvedPerplexity.Resolve(Perplexity.Auto, 6, count, InputKernel.SmoothNearest).Neighbors);
        Assert.Equal(count - 1, ResolvedPerplexity.Resolve(Perplexity.Auto, NeighborCount.All, count, InputKernel.SmoothNearest).Neighbors);
    }
}
