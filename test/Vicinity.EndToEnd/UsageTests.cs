using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>A slip on the command line ends with code 2 and says what was meant.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly Scratch scratch = new();

    public UsageTests() => scratch.Text("data.csv", Clusters.Csv(30, 3));

    public static TheoryData<string, string> Slips => new()
    {
        { "", "a command is missing" },
        { "dmeo", "did you mean 'demo'" },
        { "data.csv fit", "there is no command 'data.csv'" },
        { "data.csv", "vicinity fit data.csv" },
        { "fit -o map.npy", "missing" },
        { "fit data.csv", "-o" },
        { "fit data.csv -o map.txt", "map.txt" },
        { "fit data.csv -o map.npy other.csv", "other.csv" },
        { "fit --nope -o map.npy", "--nope" },
        { "fit data.csv -o map.npy --perplxity 5", "--perplexity" },
        { "fit data.csv -o map.npy --n-iter 100", "--iterations" },
        { "fit data.csv -o map.npy --random_state=1", "--seed" },
        { "fit data.csv -o map.npy --lr 1", "--learning-rate" },
        { "fit data.csv -o map.npy --n-jobs 1", "--threads" },
        { "fit data.csv -o map.npy --n-components 3", "--dims" },
        { "fit data.csv -o map.npy --perplexity 1", "above 1" },
        { "fit data.csv -o map.npy --perplexity 10", "9" },
        { "fit data.csv -o map.npy --k 0", "at least 1" },
        { "fit data.csv -o map.npy --iterations -1", "at least 0" },
        { "fit data.csv -o map.npy --iterations 1.5", "1.5" },
        { "fit data.csv -o map.npy --early-exaggeration 0.5", "at least 1" },
        { "fit data.csv -o map.npy --iterations 300 --early-exaggeration-iter 300", "300" },
        { "fit data.csv -o map.npy --learning-rate 0", "above 0" },
        { "fit data.csv -o map.npy --learning-rate nan", "nan" },
        { "fit data.csv -o map.npy --momentum 1", "below 1" },
        { "fit data.csv -o map.npy --tolerance -1", "at least 0" },
        { "fit data.csv -o map.npy --pca -1", "at least 0" },
        { "fit data.csv -o map.npy --scale robust", "zca" },
        { "fit data.csv -o map.npy --dims 4", "1, 2 or 3" },
        { "fit data.csv -o map.npy --threads 0", "at least 1" },
        { "fit data.csv -o map.npy --limit 0", "at least 1" },
        { "fit data.csv -o map.npy --sample 0", "at least 1" },
        { "fit data.csv -o map.npy --seed 1 --seed 2", "--seed" },
        { "fit data.csv -o map.npy --labels --json", "--labels" },
        { "fit data.csv -o data.csv", "data.csv" },
        { "demo data.csv", "data.csv" },
    };

    public void Dispose() => scratch.Dispose();

    [Theory]
    [MemberData(nameof(Slips))]
    [InlineData("fit data.csv -o map.png --width 199", "200 to 10000")]
    [InlineData("fit data.csv -o map.png --height 10001", "200 to 10000")]
    public void A_slip_is_named(string line, string word)
    {
        Tool.Run(scratch, line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).EndsWith(2).Complains(word);
        Assert.Equal(["data.csv"], scratch.Files);
    }

    [Theory]
    [InlineData("INPUT", "fit", "", "-o", "map.npy")]
    [InlineData("--labels", "fit", "data.csv", "--labels", "", "-o", "map.npy")]
    [InlineData("--init", "fit", "data.csv", "--init", "", "-o", "map.npy")]
    [InlineData("-o", "fit", "data.csv", "-o", "")]
    public void An_empty_text_is_refused_by_the_name_of_its_option(string name, params string[] arguments) =>
        Tool.Run(scratch, arguments).EndsWith(2).Complains($"{name} takes");

    [Theory]
    [InlineData("--help")]
    [InlineData("fit --help")]
    [InlineData("demo -h")]
    [InlineData("methods --help")]
    [InlineData("check --help")]
    [InlineData("quality --help")]
    [InlineData("fit --dims 9 --help")]
    public void Help_begins_with_examples(string line)
    {
        ToolResult result = Tool.Run(scratch, line.Split(' ')).EndsWith(0);
        Assert.StartsWith("Examples:\n  vicinity ", result.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Usage:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_told() => Assert.StartsWith("0.", Tool.Run(scratch, "--version").EndsWith(0).Output, StringComparison.Ordinal);
}
