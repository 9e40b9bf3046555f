using Xunit;

namespace Vicinity.Tests;

public sealed class ScaleSlopeTests
{
    private static readonly Affinities P = Affinities.FromPerplexity(NeighborGraph.Build(Clouds.Normal(120, 4), 30), 10);

    [Theory]
    [InlineData(0.1f)]
    [InlineData(30f)]
    public void Growth_follows_the_slope_of_the_cost_in_the_size_of_the_map(float size)
    {
        Coordinates map = SampleMaps.Groups(120, 2, size);
        map.Center();
        IGradientEngine engine = ExactGradient.Create(Objective.TSne, P, 2, 1);
        ScaleSlope slope = new(engine, 1) { IsWanted = true };
        slope.Gradient(map, 1, new(120, 2));
        double expected = (engine.Loss(Scaled(map, 1.001f)) - engine.Loss(Scaled(map, 0.999f))) / 0.002;
        Assert.Equal(Math.Clamp(-expected, -0.02, 0.02), Math.Log(slope.Growth), 1e-3);
        Assert.NotEqual(1, slope.Growth);
    }

    [Fact]
    public void A_phase_that_grows_ends_lower_than_one_that_does_not()
    {
        (double plain, double growing) = (LossAfter(grows: false), LossAfter(grows: true));
        Assert.True(growing < plain, $"{growing} is not below {plain}.");
    }

    private static double LossAfter(bool grows)
    {
        EmbeddingRun run = new(P, Start.Pca.Build(Clouds.Normal(120, 4), 2), Objective.TSne);
        run.Advance(new(30) { Exaggeration = 12 });
        run.Advance(new(40) { Grows = grows });
        return run.Loss;
    }

    private static Coordinates Scaled(Coordinates map, float factor)
    {
        Coordinates scaled = new(map.Count, map.Dimensions);
        for (int at = 0; at < map.All.Length; at++)
        {
            scaled.All[at] = factor * map.All[at];
        }

        return scaled;
    }
}
