using Xunit;

namespace Vicinity.Tests;

/// <summary>The numbers of other programs, as their sources have them; rates of those that leave out the factor 4 of the gradient divided by it.</summary>
public sealed class PeerDefaultsTests
{
    [Theory]
    [InlineData("opentsne", "250x12@0.8:8.333 500x1@0.8:100", "pca", 5)]
    [InlineData("sklearn", "250x12@0.5:50 750x1@0.8:50", "pca", double.PositiveInfinity)]
    [InlineData("fitsne", "250x12@0.5:50 1x12@0.8:50 499x1@0.8:50", "pca", 5)]
    [InlineData("bhtsne", "250x12@0.5:50 1x12@0.8:50 749x1@0.8:50", "random", double.PositiveInfinity)]
    [InlineData("rtsne", "250x12@0.5:50 750x1@0.8:50", "random", double.PositiveInfinity)]
    public void A_preset_resolves_to_the_numbers_of_its_program(string name, string phases, string start, double longest)
    {
        EmbeddingOptions options = NeighborEmbedding.Prepare(Clouds.Normal(400, 3), PeerDefaults.Find(name)).ResolvedOptions;
        Assert.Equal(phases, string.Join(' ', options.Schedule.Select(phase => FormattableString.Invariant(
            $"{phase.Iterations}x{phase.Exaggeration}@{phase.Momentum}:{phase.LearningRate.Value:0.###}"))));
        Assert.Equal(start, options.Start.Name);
        Assert.All(options.Schedule, phase => Assert.Equal(longest, phase.MaximalStep));
        Assert.Equal(30, options.Perplexity.Value);
        Assert.Equal(name == "sklearn" ? 91 : 90, options.Neighbors.Resolve(400, 30));
    }

    [Fact]
    public void Rates_grow_with_the_points_above_their_least()
    {
        LearningRate rate = PeerDefaults.Sklearn.Schedule[0].LearningRate;
        Assert.Equal(50, rate.Resolve(Objective.TSne, 12, 2000).Value);
        Assert.Equal(70_000 / 48.0, rate.Resolve(Objective.TSne, 12, 70_000).Value, 1e-9);
        Assert.Equal(70_000 / 48.0, rate.Resolve(Objective.TSne, 1, 70_000).Value, 1e-9);
        Assert.False(rate.IsAuto);
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRate.PerPoint(0));
    }

    [Fact]
    public void All_names_are_found_and_no_others() =>
        Assert.All(PeerDefaults.Names.Append("umap"), name => Assert.Equal(name != "umap", PeerDefaults.Find(name) is not null));
}
