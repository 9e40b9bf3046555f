using Vicinity.Cli;

using Xunit;

namespace Vicinity.Tests;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("demo", "demo", 0)]
    [InlineData("dmeo", "demo", 1)]
    [InlineData("dem", "demo", 1)]
    [InlineData("demoo", "demo", 1)]
    [InlineData("dewo", "demo", 1)]
    [InlineData("", "demo", 4)]
    [InlineData("abcd", "dcba", 3)]
    public void Slips_are_counted(string from, string to, int slips)
    {
        Assert.Equal(slips, Suggestion.Slips(from, to));
        Assert.Equal(slips, Suggestion.Slips(to, from));
    }

    [Theory]
    [InlineData("dmeo", "demo")]
    [InlineData("ift", "fit")]
    [InlineData("view", null)]
    [InlineData("data.csv", null)]
    public void The_nearest_word_is_meant_if_any_is_near(string word, string? meant) =>
        Assert.Equal(meant, Suggestion.Nearest(word, ["demo", "fit"]));
}
