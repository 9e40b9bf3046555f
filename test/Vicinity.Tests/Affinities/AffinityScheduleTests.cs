using Xunit;

namespace Vicinity.Tests;

public sealed class AffinityScheduleTests
{
    private static readonly Matrix Data = Clouds.Normal(150, 6);

    [Fact]
    public void A_list_averages_the_affinities_that_each_value_has_alone()
    {
        AffinitySchedule schedule = Build([4, 9, 30], AffinityForm.Joint);
        double[][,] alone = [.. new Perplexity[] { 4, 9, 30 }.Select(u => SampleAffinities.Dense(Build(u, AffinityForm.Joint).At(0, default)))];
        double[,] mean = AffinityOracle.Map(alone[0], (i, j, _) => (float)(alone.Sum(p => p[i, j]) / 3));
        Assert.Equal(1, schedule.Stages);
        Assert.Equal(90, schedule.Resolved.Neighbors);
        Assert.Equal(mean, SampleAffinities.Dense(schedule.At(0, default)));
        Assert.Equal([.. alone.Select(p => p.Cast<double>().Sum())], [.. schedule.Scales(0).ToArray().Select(scale => SampleAffinities.Dense(scale).Cast<double>().Sum())]);
    }

    [Theory]
    [InlineData(AffinityForm.Row)]
    [InlineData(AffinityForm.Joint)]
    [InlineData(AffinityForm.Raw)]
    public void Equal_scales_are_one_scale(AffinityForm form) => AssertSame(Build(12, form).At(0, default), Build([12, 12, 12], form).At(0, default));

    [Theory]
    [InlineData(AffinityForm.Row)]
    [InlineData(AffinityForm.Joint)]
    public void Equal_perplexities_per_point_are_the_single_one_to_the_bit(AffinityForm form)
    {
        Affinities single = Build(12, form).At(0, default);
        Affinities perPoint = Build(Perplexity.PerPoint([.. Enumerable.Repeat(12.0, 150)]), form).At(0, default);
        AssertSame(single, perPoint);
        Assert.Equal(single.Precisions.ToArray(), perPoint.Precisions.ToArray());
    }

    [Fact]
    public void Every_point_has_the_entropy_that_was_asked_for_it()
    {
        double[] asked = [.. Enumerable.Range(0, 150).Select(i => 2 + (0.2 * i))];
        Affinities row = Build(Perplexity.PerPoint(asked), AffinityForm.Row).At(0, default);
        double[,] p = SampleAffinities.Dense(row);
        Assert.All(Enumerable.Range(0, 150), i => Assert.Equal(asked[i], Math.Exp(AffinityOracle.Entropy(AffinityOracle.Row(p, i))), 1e-4));
    }

    [Fact]
    public void Perplexities_for_other_points_than_there_are_are_refused() =>
        Assert.Contains("3 perplexities, but 150 points", Assert.Throws<ArgumentException>(() => Build(Perplexity.PerPoint([4, 5, 6]), AffinityForm.Row)).Message, StringComparison.Ordinal);

    [Fact]
    public void Steps_come_one_after_the_other_and_end_at_the_target()
    {
        AffinitySchedule schedule = Build(Perplexity.Stepped(10), AffinityForm.Joint);
        double[] steps = [64, 32, 16, 10];
        Assert.Equal(steps, schedule.Resolved.Request.Values.ToArray());
        Assert.Equal(10, schedule.Resolved.Request.Value);
        Assert.Equal([0, 67, 134, 200], [.. Enumerable.Range(0, 4).Select(stage => schedule.FirstIteration(stage, 1000))]);
        for (int stage = 0; stage < 4; stage++)
        {
            Assert.Equal([steps[stage]], schedule.Perplexities(stage));
            AssertSame(Affinities.FromPerplexity(NeighborGraph.Build(Data, Math.Min(149, (int)(3 * steps[stage]))), steps[stage]), schedule.At(stage, default));
        }
    }

    [Fact]
    public void Scales_join_one_by_one_in_the_first_fifth()
    {
        AffinitySchedule schedule = Build(Perplexity.MultiScale, AffinityForm.Row);
        double[] ladder = [32, 16, 8, 4, 2];
        Assert.Equal(5, schedule.Stages);
        Assert.Equal([0, 51, 101, 151, 201], [.. Enumerable.Range(0, 5).Select(stage => schedule.FirstIteration(stage, 1001))]);
        Assert.Equal(ladder[..3], schedule.Perplexities(2));
        AssertSame(Build(32, AffinityForm.Row).At(0, default), schedule.At(0, default));
        AssertSame(Build(Perplexity.Create(ladder.AsSpan(0, 3)), AffinityForm.Row).At(0, default), schedule.At(2, default));
        AssertSame(Build(Perplexity.Create(ladder), AffinityForm.Row).At(0, default), schedule.At(4, default));
    }

    [Fact]
    public void The_best_perplexity_has_the_largest_mean_dimension_before_the_first_decrease()
    {
        double[] candidates = [4, 8, 16, 32, 64];
        double[] means = Array.ConvertAll(candidates, u => Affinities.FromPerplexity(NeighborGraph.Build(Data, Math.Min(149, (int)(3 * u))), u).IntrinsicDimensions.ToArray().Average());
        int best = 0;
        while (best + 1 < means.Length && means[best + 1] >= means[best])
        {
            best++;
        }

        AffinitySchedule schedule = Build(Perplexity.Best, AffinityForm.Joint);
        Assert.InRange(best, 1, means.Length - 2);
        Assert.Equal((Perplexity)candidates[best], schedule.Resolved.Request);
        AssertSame(Build(candidates[best], AffinityForm.Joint).At(0, default), schedule.At(0, default));
    }

    [Fact]
    public void Ladders_on_a_set_number_of_neighbors_leave_out_what_it_does_not_bear_and_say_so()
    {
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(Perplexity.MultiScale, 20, 150);
        Assert.Equal([16, 8, 4, 2], resolved.Scales);
        Assert.Equal("D107", resolved.Warning?.Code);
        Assert.Null(ResolvedPerplexity.Resolve(Perplexity.MultiScale, NeighborCount.Auto, 150).Warning);
        Assert.Throws<ArgumentException>(() => ResolvedPerplexity.Resolve(Perplexity.Stepped(20), 20, 150));
    }

    [Fact]
    public void Large_data_get_a_ladder_that_fits_into_memory()
    {
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(Perplexity.Stepped(30), NeighborCount.Auto, 1_000_000);
        Assert.Equal(90, resolved.Neighbors);
        Assert.Equal([64, 32, 30], resolved.Scales);
        Assert.NotNull(resolved.Warning);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(9)]
    public void The_smallest_data_are_defined_for_every_rule(int count)
    {
        foreach (Perplexity perplexity in new[] { Perplexity.Best, Perplexity.MultiScale })
        {
            ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(perplexity, NeighborCount.Auto, count);
            NeighborGraph graph = NeighborGraph.Build(Clouds.Normal(count, 2), resolved.Neighbors);
            AffinitySchedule schedule = AffinitySchedule.Build(graph, resolved, new(), consume: false, 1, default);
            Assert.Equal(count, schedule.At(schedule.Stages - 1, default).Count);
        }
    }

    [Theory]
    [InlineData(12.7, 12)]
    [InlineData(3, 3)]
    public void Equal_weights_go_to_as_many_neighbors_as_the_perplexity_says(double perplexity, int neighbors)
    {
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(perplexity, NeighborCount.Auto, 150, InputKernel.Nearest);
        Assert.Equal(neighbors, resolved.Neighbors);
        Assert.Equal(7, ResolvedPerplexity.Resolve(perplexity, 7, 150, InputKernel.Nearest).Neighbors);
        Assert.Throws<ArgumentException>(() => ResolvedPerplexity.Resolve(150, NeighborCount.Auto, 150, InputKernel.Nearest));
        Assert.Throws<ArgumentException>(() => ResolvedPerplexity.Resolve(Perplexity.Best, NeighborCount.Auto, 150, InputKernel.Nearest));
    }

    private static AffinitySchedule Build(Perplexity perplexity, AffinityForm form)
    {
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(perplexity, NeighborCount.Auto, Data.Rows);
        return AffinitySchedule.Build(NeighborGraph.Build(Data, resolved.Neighbors), resolved, new() { Form = form }, consume: false, 2, default);
    }

    private static void AssertSame(Affinities expected, Affinities actual)
    {
        Assert.Equal(expected.Form, actual.Form);
        Assert.Equal(SampleAffinities.Dense(expected), SampleAffinities.Dense(actual));
        Assert.Equal(expected.EntryCount, actual.EntryCount);
    }
}
