using Xunit;

namespace Vicinity.Tests;

public sealed class GoldenCostTests
{
    public static TheoryData<string> Methods => [.. GoldenCosts.All.Select(golden => golden.Method)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_compatibility_schedule_ends_at_the_published_cost(string method)
    {
        GoldenCost golden = Golden(method);
        IReadOnlyList<double> costs = CompatibilitySchedule.Run(golden.Begin(), golden.Rate);
        Assert.Equal(golden.Cost, costs[^1], golden.HalfUnit);
    }

    [Fact]
    public void The_costs_of_tSNE_on_the_way_are_the_published_ones_and_it_stops_at_500()
    {
        IReadOnlyList<double> costs = CompatibilitySchedule.Run(Golden("t-SNE").Begin(), 500);
        double[] published = [0.3542, 0.3087, 0.04999, 0.04132, 0.04129, 0.04129];
        double[] halfUnits = [5e-5, 5e-5, 5e-6, 5e-6, 5e-6, 5e-6];
        Assert.Equal(published.Length, costs.Count);
        Assert.All(Enumerable.Range(0, published.Length), k => Assert.Equal(published[k], costs[k], halfUnits[k]));
    }

    /// <summary>A published cost that other optimisers reach too is a minimum, and not an accident of one of them.</summary>
    [Theory]
    [InlineData(Optimizer.Lbfgs)]
    [InlineData(Optimizer.SpectralDirection)]
    [InlineData(Optimizer.Momentum)]
    [InlineData(Optimizer.Nesterov)]
    public void Every_optimizer_reaches_the_same_minima_from_the_same_start(Optimizer optimizer)
    {
        List<string> missed = [];
        GoldenCost[] minima = [.. GoldenCosts.All.Where(golden => !golden.IsOfItsOptimizer)];
        foreach (GoldenCost golden in minima)
        {
            EmbeddingRun run = golden.Begin(optimizer);
            double rate = golden.Objective.Input.IsOfDistances() ? golden.Rate / 5 : golden.Rate;
            run.Advance(new(10_000) { LearningRate = rate, Tolerance = 1e-9 });
            if (!golden.IsMinimum(run.Loss, isSlow: optimizer != Optimizer.Lbfgs))
            {
                missed.Add($"{golden.Method}: {run.Loss} after {run.Iteration} iterations, published {golden.Converged}");
            }
        }

        Findings.AreNone(missed, minima.Length, 16);
    }

    [Theory]
    [InlineData(Optimizer.DeltaBarDelta)]
    [InlineData(Optimizer.Lbfgs)]
    public void The_map_of_any_objective_does_not_depend_on_the_threads(Optimizer optimizer)
    {
        foreach (GoldenCost golden in GoldenCosts.All)
        {
            Matrix[] maps = [.. new[] { 1, 2, 8 }.Select(threads =>
            {
                EmbeddingRun run = golden.Begin(optimizer, threads);
                run.Advance(new(60) { LearningRate = golden.Rate });
                return run.Snapshot();
            })];
            Assert.All(Enumerable.Range(0, 10), i => Assert.True(maps[0].Row(i).SequenceEqual(maps[1].Row(i)) && maps[0].Row(i).SequenceEqual(maps[2].Row(i))));
        }
    }

    private static GoldenCost Golden(string method) => GoldenCosts.All.Single(golden => golden.Method == method);
}
