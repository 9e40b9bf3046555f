using Xunit;

namespace Vicinity.Tests;

public sealed class ScheduleTests
{
    [Fact]
    public void The_automatic_phases_of_tSNE_are_those_of_openTSNE()
    {
        Schedule schedule = Schedule.For(Objective.TSne);
        Assert.Equal([new(250) { Exaggeration = 12 }, new(500) { Tolerance = 1e-7 }], schedule);
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
            [new(30) { Exaggeration = 4, Momentum = 0.5, LearningRate = 7 }, new(70) { Tolerance = 1e-7, Momentum = 0.5, LearningRate = 7 }],
            schedule);
        Phase only = Assert.Single(Schedule.For(objective with { Defaults = objective.Defaults with { Exaggeration = 1 } }));
        Assert.Equal((100, 1.0), (only.Iterations, only.Exaggeration));
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
            Assert.All(Schedule.For(objective with { Defaults = new() { Exaggeration = 12 } }), phase => Assert.Equal(1, phase.Exaggeration));
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
    public void A_longest_step_that_is_none_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Phase(1) { MaximalStep = 0 }.Resolve(Objective.TSne, 10));
}
