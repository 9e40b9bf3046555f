using Xunit;

namespace Vicinity.Tests;

public sealed class ScheduleTests
{
    [Fact]
    public void The_automatic_phases_of_a_small_tSNE_let_go_settle_grow_and_cool_down()
    {
        Schedule schedule = Schedule.For(Objective.TSne, 4999);
        Assert.Equal(
            [
                new(250) { Exaggeration = 12 }, .. new[] { 7.3, 4.44, 2.7, 1.64 }.Select(factor => new Phase(50) { Exaggeration = factor }),
                new(100) { Momentum = 0.5 }, new(300) { Momentum = 0.9, Tolerance = 1e-7 }, new(50) { Tolerance = 1e-7 },
            ],
            schedule);
    }

    [Fact]
    public void Those_of_a_medium_one_unfold_on_all_and_grow_on_the_nearest()
    {
        Schedule schedule = Schedule.Auto.Resolve(Objective.TSne, 48_000);
        Assert.Equal(
            [
                new(100) { Exaggeration = 12, LearningRate = 1000 },
                .. new[] { 7.3, 4.44, 2.7, 1.64 }.Select(factor => new Phase(25) { Exaggeration = factor, LearningRate = 12_000 / factor }),
                new(25) { Momentum = 0.65, LearningRate = 12_000, Neighbors = 30 },
                new(75) { Momentum = 0.95, LearningRate = 24_000, Neighbors = 30 },
                new(75) { Momentum = 0.95, LearningRate = 24_000, Tolerance = 1e-7 },
                new(50) { LearningRate = 24_000, Tolerance = 1e-7 },
            ],
            schedule);
    }

    [Fact]
    public void Those_of_a_large_one_begin_on_the_nearest_and_take_larger_steps()
    {
        Schedule schedule = Schedule.Auto.Resolve(Objective.TSne, 60_000);
        Assert.Equal(
            [
                new(75) { Exaggeration = 12, LearningRate = 1250, Neighbors = 15 },
                new(50) { Momentum = 0.5, LearningRate = 15_000, Neighbors = 15 },
                new(75) { Momentum = 0.95, LearningRate = 30_000, Neighbors = 15 },
                new(25) { Momentum = 0.95, LearningRate = 30_000, Tolerance = 1e-7 },
                new(50) { LearningRate = 30_000, Tolerance = 1e-7 },
            ],
            schedule);
    }

    [Fact]
    public void Without_exaggeration_or_with_all_neighbors_no_pair_is_left_out()
    {
        Assert.All(Schedule.For(Objective.TSne, 60_000, new() { Exaggeration = 1 }), phase => Assert.Equal((0, 1.0), (phase.Neighbors, phase.Exaggeration)));
        Assert.All(Schedule.For(Objective.TSne, 60_000, new() { ExaggeratedIterations = 0 }), phase => Assert.Equal(0, phase.Neighbors));
        Assert.All(Schedule.Auto.Resolve(Objective.TSne, 60_000, truncates: false), phase => Assert.Equal(0, phase.Neighbors));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "1")]
    [InlineData(90, "30 15 30 15")]
    [InlineData(1000, "250 100 600 50")]
    public void Set_iterations_are_run_in_full(int iterations, string lengths)
    {
        Schedule schedule = Schedule.For(Objective.TSne, 100, new() { Iterations = iterations });
        Assert.Equal(lengths, string.Join(' ', schedule.Select(phase => phase.Iterations)));
        Assert.All(schedule, phase => Assert.Equal(0, phase.Tolerance));
    }

    [Fact]
    public void A_set_rate_momentum_or_tolerance_holds()
    {
        Schedule schedule = Schedule.For(Objective.TSne, 48_000, new() { LearningRate = 3, Momentum = 0.7, Tolerance = 1e-3, Iterations = 500 });
        Assert.All(schedule, phase => Assert.Equal((3, 0.7), (phase.LearningRate.Value, phase.Momentum)));
        Assert.Equal(1e-3, schedule[^1].Tolerance);
    }

    [Theory]
    [InlineData(300, 300)]
    [InlineData(300, 301)]
    public void Exaggeration_to_the_end_is_refused(int iterations, int exaggerated)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Schedule.For(Objective.TSne, 100, new() { Iterations = iterations, ExaggeratedIterations = exaggerated }));
        Assert.Contains($"{exaggerated}", error.Message);
    }

    [Fact]
    public void Only_tSNE_itself_by_gains_grows_so()
    {
        Assert.Equal([50, 50, 50, 50, 50, 500], Schedule.For(Objective.TSne with { IsWeightedByDegree = true }, 100).Select(phase => phase.Iterations));
        Assert.Equal([50, 50, 50, 50, 50, 500], Schedule.For(Objective.TAsne, 100).Select(phase => phase.Iterations));
        Assert.Equal([250, 500], Schedule.Auto.Resolve(Objective.TSne, 100, Optimizer.Lbfgs).Select(phase => phase.Iterations));
        Assert.Equal(8, Schedule.For(Objective.KobakTSne(0.5), 100).Count);
    }

    [Fact]
    public void They_follow_the_defaults_of_the_objective()
    {
        Objective objective = Objective.Ssne with
        {
            Defaults = new() { Iterations = 100, Exaggeration = 4, ExaggeratedIterations = 30, Momentum = 0.5, LearningRate = 7 },
        };
        Schedule schedule = Schedule.Auto.Resolve(objective, 50);
        Assert.Equal(
            [.. new[] { 4, 3.03, 2.3, 1.74, 1.32 }.Select(factor => new Phase(6) { Exaggeration = factor, Momentum = 0.5, LearningRate = 7 }), new(70) { Tolerance = 1e-7, Momentum = 0.5, LearningRate = 7 }],
            schedule);
        Phase only = Assert.Single(Schedule.For(objective with { Defaults = objective.Defaults with { Exaggeration = 1 } }, 50));
        Assert.Equal((100, 1.0), (only.Iterations, only.Exaggeration));
    }

    [Fact]
    public void Exaggeration_is_dropped_at_once_where_it_is_to_be()
    {
        Assert.Equal([250, 500], Schedule.For(Objective.ChiSquareSne, 50).Select(phase => phase.Iterations));
        Assert.Equal([100, 200], Schedule.For(Objective.TAsne, 50, new() { Iterations = 300 }).Select(phase => phase.Iterations));
        Assert.Equal([40, 710], Schedule.For(Objective.TAsne, 50, new() { ExaggeratedIterations = 40 }).Select(phase => phase.Iterations));
        Assert.Equal([4, 746], Schedule.For(Objective.TAsne with { Defaults = new() { ExaggeratedIterations = 4 } }, 50).Select(phase => phase.Iterations));
        Assert.Equal([250, 100, 300, 50], Schedule.For(Objective.TSne with { Defaults = new() { ExaggerationFalls = false } }, 50).Select(phase => phase.Iterations));
        Assert.Equal([250, 100, 300, 50], Schedule.For(Objective.TSne, 50, new() { Exaggeration = 1.004 }).Select(phase => phase.Iterations));
    }

    [Fact]
    public void A_list_of_phases_is_a_schedule_and_an_empty_one_is_not_automatic()
    {
        EmbeddingOptions options = new() { Schedule = [new(125) { Exaggeration = 12 }, new(500)] };
        Assert.Equal([125, 500], options.Schedule.Select(phase => phase.Iterations));
        Assert.True(new EmbeddingOptions().Schedule.IsAuto);
        Assert.False(new EmbeddingOptions { Schedule = [] }.Schedule.IsAuto);
        Assert.Empty(new EmbeddingOptions { Schedule = [] }.Schedule.Resolve(Objective.TSne, 10));
    }

    [Fact]
    public void Distances_are_never_exaggerated()
    {
        foreach (Objective objective in (Objective[])[Objective.MetricMds, Objective.GeodesicMds, Objective.BallMds, Objective.NeighborMds])
        {
            Assert.All(Schedule.For(objective with { Defaults = new() { Exaggeration = 12 } }, 50), phase => Assert.Equal(1, phase.Exaggeration));
            ArgumentException error = Assert.Throws<ArgumentException>(() => new Phase(10) { Exaggeration = 4 }.Resolve(objective, 10));
            Assert.Contains("Use 1", error.Message);
        }
    }

    [Theory]
    [InlineData(AffinityForm.Joint, 25.0 / 4)]
    [InlineData(AffinityForm.Conditional, 25.0 / 4)]
    [InlineData(AffinityForm.Row, 0.25 / 4)]
    [InlineData(AffinityForm.Mean, 0.25 / 4)]
    public void The_automatic_rate_is_that_of_the_sum_of_P_and_the_exaggeration(AffinityForm form, double expected)
    {
        Phase resolved = new Phase(10) { Exaggeration = 4 }.Resolve(Objective.TSne with { AffinityForm = form }, 100);
        Assert.Equal(expected, resolved.LearningRate.Value);
    }

    [Fact]
    public void LargeVis_begins_at_the_weight_of_its_samples_and_is_stretched_when_that_ends()
    {
        Schedule schedule = Schedule.Auto.Resolve(Objective.LargeVis(2), 350);        // 2 n^2 / 35 = 7000
        double size = Math.Sqrt(7000);
        Assert.Equal(
            [
                new(250) { Exaggeration = 7000, LearningRate = 350 / 28_000.0 },
                new(500) { Stretch = size, MaximalStep = 0.01 * size, LearningRate = 0.1 * size * size * 350 / 4, Tolerance = 1e-7 },
            ],
            schedule);
        Assert.All(Schedule.For(Objective.LargeVis(1e-6), 1000), phase => Assert.Equal((1, 5), (phase.Stretch, phase.MaximalStep)));
        Assert.DoesNotContain(Schedule.For(Objective.LargeVis(2), 350, new() { Converges = true }), phase => phase.Grows);
    }

    [Fact]
    public void A_cost_divided_by_the_sum_of_P_has_the_rate_of_one_distribution() =>
        Assert.Equal(25, new Phase(10).Resolve(Objective.TElasticEmbedding(), 100).LearningRate.Value);

    [Theory]
    [InlineData(0)]
    [InlineData(double.PositiveInfinity)]
    public void A_stretch_that_is_none_is_refused(double stretch) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Phase(1) { Stretch = stretch }.Resolve(Objective.TSne, 10));

    [Fact]
    public void A_longest_step_that_is_none_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Phase(1) { MaximalStep = 0 }.Resolve(Objective.TSne, 10));
}
