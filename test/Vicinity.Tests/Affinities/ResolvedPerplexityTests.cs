using Xunit;

namespace Vicinity.Tests;

public sealed class ResolvedPerplexityTests
{
    [Theory]
    [InlineData(1797, 30, 90, false, false)]
    [InlineData(91, 30, 90, false, false)]
    [InlineData(90, 89.0 / 3, 89, false, true)]
    [InlineData(7, 2, 6, false, true)]
    [InlineData(6, 5, 5, true, true)]
    [InlineData(2, 1, 1, true, true)]
    [InlineData(1, 1, 0, true, true)]
    [InlineData(0, 1, 0, true, true)]
    public void The_default_adapts_to_small_data_and_says_so(int count, double perplexity, int neighbors, bool uniform, bool warned)
    {
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(Perplexity.Auto, NeighborCount.Auto, count);
        Assert.Equal((perplexity, neighbors, uniform), (resolved.Perplexity, resolved.Neighbors, resolved.IsUniform));
        Assert.Equal(warned ? "D107" : null, resolved.Warning?.Code);
    }

    [Theory]
    [InlineData(1000, 45, 15, false)]
    [InlineData(1000, 5, 5, true)]
    [InlineData(1000, 200, 30, false)]
    public void The_default_adapts_to_a_set_number_of_neighbors(int count, int neighbors, double perplexity, bool uniform)
    {
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(Perplexity.Auto, neighbors, count);
        Assert.Equal((perplexity, neighbors, uniform), (resolved.Perplexity, resolved.Neighbors, resolved.IsUniform));
    }

    [Fact]
    public void Every_default_can_be_calibrated()
    {
        for (int count = 0; count <= 100; count++)
        {
            foreach (NeighborCount neighbors in new[] { NeighborCount.Auto, NeighborCount.All, 1, 4, 6, 20 })
            {
                ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(Perplexity.Auto, neighbors, count);
                Assert.True(resolved.IsUniform || (resolved.Perplexity > 1 && resolved.Perplexity < resolved.Neighbors), $"{count} {neighbors} {resolved}");
            }
        }
    }

    [Theory]
    [InlineData(50, 151, 150)]
    [InlineData(5, 16, 15)]
    [InlineData(1.5, 7, 4)]
    [InlineData(1.5, 6, 4)]
    [InlineData(1.2, 5, 3)]
    public void A_set_perplexity_that_works_is_kept(double perplexity, int count, int neighbors)
    {
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(perplexity, NeighborCount.Auto, count);
        Assert.Equal((perplexity, neighbors, false), (resolved.Perplexity, resolved.Neighbors, resolved.IsUniform));
        Assert.Null(resolved.Warning);
    }

    [Fact]
    public void A_set_perplexity_that_cannot_work_is_refused_with_the_largest_that_can()
    {
        Assert.Equal(
            "Perplexity 50 needs at least 151 points (3 x perplexity + 1), but the data has 100. Use a perplexity of at most 33.",
            Refused(50, NeighborCount.Auto, 100));
        Assert.Contains("at most 99.", Refused(99.5, NeighborCount.All, 100), StringComparison.Ordinal);
        Assert.Contains("at most 15.", Refused(16, 15, 1000), StringComparison.Ordinal);
        Assert.Contains("at most 66.33.", Refused(70, NeighborCount.Auto, 200), StringComparison.Ordinal);
        Assert.Contains("at most 1.33.", Refused(5, NeighborCount.Auto, 5), StringComparison.Ordinal);
        Assert.Contains("unset", Refused(5, NeighborCount.Auto, 4), StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_that_can_is_accepted()
    {
        Assert.Equal(99, ResolvedPerplexity.Resolve(33, NeighborCount.Auto, 100).Neighbors);
        Assert.Equal(99, ResolvedPerplexity.Resolve(98, NeighborCount.All, 100).Neighbors);
        Assert.Equal(15, ResolvedPerplexity.Resolve(14, 15, 1000).Neighbors);
        Assert.Equal(198, ResolvedPerplexity.Resolve(66.33, NeighborCount.Auto, 200).Neighbors);
    }

    [Theory]
    [InlineData(3, 3, 6, 3)]
    [InlineData(15, 15, 1000, 15)]
    public void A_set_perplexity_that_leaves_equal_weights_is_told_of(double perplexity, int neighbors, int count, int used)
    {
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(perplexity, neighbors > 0 ? neighbors : NeighborCount.Auto, count);
        Assert.Equal((used, used, true), (resolved.Perplexity, resolved.Neighbors, resolved.IsUniform));
        Assert.Equal("D107", resolved.Warning?.Code);
        Assert.StartsWith($"Perplexity {perplexity} ", resolved.Warning?.Message, StringComparison.Ordinal);
    }

    private static string Refused(double perplexity, NeighborCount neighbors, int count)
    {
        string message = Assert.Throws<ArgumentException>(() => ResolvedPerplexity.Resolve(perplexity, neighbors, count)).Message;
        return message.Split(" (Parameter")[0];
    }
}
