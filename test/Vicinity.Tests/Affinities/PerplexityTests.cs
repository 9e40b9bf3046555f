using Xunit;

namespace Vicinity.Tests;

public sealed class PerplexityTests
{
    [Fact]
    public void A_list_is_written_as_a_list_and_one_value_is_that_value()
    {
        Perplexity several = [30, 300];
        Perplexity one = [30];
        Assert.Equal([30, 300], several.Values.ToArray());
        Assert.Equal(300, several.Value);
        Assert.Equal(30, one);
        Assert.Equal(Perplexity.Create([30, 300]), several);
        Assert.NotEqual(one, several);
        Assert.Equal("30, 300", several.ToString());
    }

    [Fact]
    public void Every_request_says_what_it_is()
    {
        Assert.True(Perplexity.Auto.IsAuto);
        Assert.All([Perplexity.Best, Perplexity.MultiScale, Perplexity.Stepped(8), Perplexity.PerPoint([3, 4])], value => Assert.False(value.IsAuto));
        Assert.Equal(
            ["auto", "30", "best", "multi-scale", "stepped to 8", "one for each of 2 points"],
            [.. new[] { Perplexity.Auto, 30, Perplexity.Best, Perplexity.MultiScale, Perplexity.Stepped(8), Perplexity.PerPoint([3, 4]) }.Select(value => value.ToString())]);
        Assert.NotEqual(Perplexity.Best, Perplexity.MultiScale);
    }

    [Fact]
    public void Values_not_above_one_and_empty_lists_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => (Perplexity)1);
        Assert.Throws<ArgumentOutOfRangeException>(() => { Perplexity _ = [30, double.NaN]; });
        Assert.Throws<ArgumentOutOfRangeException>(() => Perplexity.PerPoint([2, double.PositiveInfinity]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Perplexity.Stepped(0.5));
        Assert.Throws<ArgumentException>(() => { Perplexity _ = []; });
        Assert.Throws<ArgumentException>(() => Perplexity.PerPoint([]));
    }

    [Fact]
    public void A_given_array_may_change_afterwards()
    {
        double[] values = [3, 4];
        Perplexity perplexity = Perplexity.PerPoint(values);
        values[0] = 99;
        Assert.Equal(4, perplexity.Value);
    }

    [Fact]
    public void The_ladder_of_scales_begins_at_a_quarter_of_the_points()
    {
        Assert.Equal([32, 16, 8, 4, 2], PerplexityLadder.Of(Perplexity.MultiScale, 150));
        Assert.Equal([2], PerplexityLadder.Of(Perplexity.MultiScale, 10));
        Assert.Empty(PerplexityLadder.Of(Perplexity.MultiScale, 0));
    }

    [Fact]
    public void Steps_begin_below_half_of_the_points_and_end_at_the_target()
    {
        Assert.Equal([64, 32, 16, 10], PerplexityLadder.Of(Perplexity.Stepped(10), 150));
        Assert.Equal([64, 32], PerplexityLadder.Of(Perplexity.Stepped(32), 150));
        Assert.Equal([40], PerplexityLadder.Of(Perplexity.Stepped(40), 60));
    }

    [Fact]
    public void Candidates_for_the_best_are_powers_of_two_up_to_128()
    {
        Assert.Equal([4, 8, 16, 32, 64, 128], PerplexityLadder.Of(Perplexity.Best, 5000));
        Assert.Equal([4, 8, 16], PerplexityLadder.Of(Perplexity.Best, 63));
        Assert.Empty(PerplexityLadder.Of(Perplexity.Best, 7));
    }
}
