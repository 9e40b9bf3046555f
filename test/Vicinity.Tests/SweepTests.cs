using Xunit;

namespace Vicinity.Tests;

public sealed class SweepTests
{
    private static readonly EmbeddingOptions Short = new() { Schedule = [new(20) { Exaggeration = 4 }, new(20)] };

    [Fact]
    public void Every_map_of_a_sweep_is_bit_for_bit_the_map_of_a_fit_alone()
    {
        Matrix data = Clouds.Normal(320, 5);
        EmbeddingOptions[] options =
        [
            .. new double[] { 10, 30, 100 }.Select(perplexity => Short with { Perplexity = perplexity }),
            Short with { Seed = 4, Start = Start.Random },
            Short with { Schedule = [new(30) { Exaggeration = 2 }] },
            Short with { Objective = Objective.HeavyTailed(0.5) },
            Short with { Objective = Objective.Nerv(0.8), Perplexity = [5, 20] },
        ];
        EmbeddingModel[] swept = [.. NeighborEmbedding.Sweep(data, options)];
        Assert.Equal(options.Length, swept.Length);
        for (int map = 0; map < options.Length; map++)
        {
            EmbeddingModel alone = NeighborEmbedding.Fit(data, options[map]);
            EmbeddingInputTests.AssertSame(alone, swept[map]);
            Assert.Equal(alone.ResolvedOptions.Neighbors, swept[map].ResolvedOptions.Neighbors);
            Assert.Equal(alone.Loss, swept[map].Loss);
        }
    }

    [Fact]
    public void Phases_in_which_only_the_nearest_attract_are_those_of_a_fit_alone()
    {
        Matrix data = Clouds.Normal(5000, 4);
        EmbeddingOptions[] options = [.. new double[] { 7, 10 }.Select(perplexity => new EmbeddingOptions { Perplexity = perplexity, Schedule = Schedule.AutoWith(new() { Iterations = 70 }) })];
        EmbeddingModel[] swept = [.. NeighborEmbedding.Sweep(data, options)];
        Assert.Contains(swept[0].ResolvedOptions.Schedule, phase => phase.Neighbors > 0);
        Assert.All(options.Zip(swept), pair => EmbeddingInputTests.AssertSame(NeighborEmbedding.Fit(data, pair.First), pair.Second));
    }

    /// <summary>An approximate search that is asked for more neighbours looks farther, so none of its graphs serves another number.</summary>
    [Fact]
    public void Maps_of_approximate_neighbours_are_those_of_a_fit_alone()
    {
        Matrix data = Clouds.Normal(9000, 12);
        EmbeddingOptions quick = new() { NeighborMethod = new ApproximateNeighbors(0.9), Gradient = new ParticleMesh(), Schedule = [new(3)] };
        EmbeddingOptions[] options =
        [
            quick with { Perplexity = 3 }, quick with { Perplexity = 20 }, quick with { Perplexity = 20, Start = Start.Random }, quick with { Perplexity = [4, 9] },
        ];
        EmbeddingModel[] swept = [.. NeighborEmbedding.Sweep(data, options)];
        Assert.Contains(swept, model => model.Report.NeighborRecall < 1);
        for (int map = 0; map < options.Length; map++)
        {
            EmbeddingModel alone = NeighborEmbedding.Fit(data, options[map]);
            EmbeddingInputTests.AssertSame(alone, swept[map]);
            Assert.Equal((alone.Loss, alone.Report), (swept[map].Loss, swept[map].Report));
        }
    }

    [Fact]
    public void Neighbours_are_looked_for_once()
    {
        int calls = 0;
        Metric counted = Metric.Create("counted", (x, y) =>
        {
            Interlocked.Increment(ref calls);
            return BruteForce.Distance(x, y);
        });
        EmbeddingOptions options = Short with { Metric = counted };
        Assert.Equal(3, NeighborEmbedding.Sweep(Clouds.Normal(60, 3), [options with { Perplexity = 5 }, options with { Perplexity = 15 }, options with { Seed = 2 }]).Count());
        Assert.Equal(60 * 60, calls);
    }

    [Fact]
    public void Maps_that_differ_before_the_neighbours_are_refused()
    {
        Matrix data = Clouds.Normal(40, 3);
        Assert.Contains("Metric of map 1", Assert.Throws<ArgumentException>(() => NeighborEmbedding.Sweep(data, [Short, Short with { Metric = Metric.Cosine }])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => NeighborEmbedding.Sweep(data, []));
    }
}
