using System.CommandLine;

using Vicinity.Cli;

using Xunit;

namespace Vicinity.Tests;

public sealed class UnknownWordsTests
{
    private readonly Command root = CommandLine.Build();

    [Fact]
    public void Every_answer_to_a_foreign_option_is_an_option_of_fit()
    {
        string[] flags = [.. root.Subcommands.Single(command => command.Name == "fit").Options.SelectMany(option => option.Aliases.Prepend(option.Name))];
        Assert.NotEmpty(ForeignFlags.Answers);
        Assert.All(ForeignFlags.Answers, answer => Assert.Contains(answer, flags));
    }

    [Theory]
    [InlineData("fit a.csv -o b.png --seed -3 --learning-rate .5")]
    [InlineData("fit a.csv -o=b.png --seed:3")]
    [InlineData("fit -o b.png -- --odd.csv")]
    [InlineData("demo -h")]
    [InlineData("--info")]
    [InlineData("")]
    public void Known_words_pass(string line) => Assert.Null(Find(line));

    [Theory]
    [InlineData("fit --odd.csv -o b.png", "--odd.csv")]
    [InlineData("demo --labels x", "--labels")]
    [InlineData("fit a.csv -x", "-x")]
    [InlineData("--seeds fit", "--seeds")]
    public void Others_are_named(string line, string word) => Assert.Contains(word, Find(line)!, StringComparison.Ordinal);

    private string? Find(string line) => UnknownWords.Find(root, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
