using System.Text.RegularExpressions;

using Xunit;

namespace Vicinity.Tests;

/// <summary>Shell lines on a page work: each is run against small files of the names that the pages use.</summary>
public sealed class CommandsOnPagesTests
{
    private const string FromClone = "dotnet run -c Release --project src/Vicinity.Cli -- ";

    /// <summary>Lines that prepare, build or test; they are what runs these tests.</summary>
    private static readonly string[] NotHere =
        ["git clone", "cd ", "./test.sh", "dotnet build", "dotnet publish", "bench/data/fetch.sh", "dotnet run samples/", "artifacts/bin/Vicinity.Tests", "VICINITY_UPDATE_API=1", "VICINITY_UPDATE_CORPUS=1"];

    private static readonly string[] Lines =
        [.. CodeBlock.All.Where(block => block.Language == "sh").SelectMany(block => block.Lines).Select(line => line.Split(" #")[0].Trim()).Where(line => line.Length > 0).Distinct()];

    public static TheoryData<string> Commands => [.. Lines.Select(Arguments).OfType<string>().Distinct()];

    [Fact]
    public void Every_shell_line_is_run_here_or_known() =>
        Findings.AreNone(Lines.Where(line => Arguments(line) is null && !NotHere.Any(start => line.StartsWith(start, StringComparison.Ordinal))), Lines.Length, 5);

    [Theory, MemberData(nameof(Commands))]
    public async Task A_command_on_a_page_succeeds_and_writes_what_it_names(string arguments)
    {
        using SampleFolder folder = new();
        string tool = Path.Combine(AppContext.BaseDirectory, "Vicinity.Cli.dll");
        foreach (string before in Before(arguments))
        {
            await ChildProcess.Dotnet(folder.Path, [tool, .. before.Split(' ')]);
        }

        ChildProcess run = await ChildProcess.Dotnet(folder.Path, [tool, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.True(run.ExitCode == 0, run.ToString());
        string[] suffixes = arguments.Contains("--sweep", StringComparison.Ordinal)
            ? [.. Regex.Match(arguments, @"--perplexity (\S+)").Groups[1].Value.Split(',').Select(value => $"-perplexity-{value}")]
            : [""];
        string[] written = [.. Regex.Matches(arguments, @"-o (\S+)(\.\S+)").SelectMany(match => suffixes.Select(suffix => match.Groups[1].Value + suffix + match.Groups[2].Value))];
        Assert.All(written.Length > 0 ? written : arguments.StartsWith("demo", StringComparison.Ordinal) ? ["digits.png", "digits.html"] : [], name => Assert.True(new FileInfo(folder.In(name)) is { Exists: true, Length: > 0 }, name));
    }

    /// <summary>A command that goes on with a run or reads a model needs the one on its page that makes both.</summary>
    private static IEnumerable<string> Before(string arguments) =>
        Regex.IsMatch(arguments, @"^(quality|doctor|transform)\b.*\bwords\.(vic|csv)")
            ? Lines.Select(Arguments).OfType<string>().Where(other => other.Contains("-o words.vic", StringComparison.Ordinal)).Take(1)
            : arguments.Contains("--resume", StringComparison.Ordinal) || arguments.StartsWith("transform", StringComparison.Ordinal)
            ? Lines.Select(Arguments).OfType<string>().Where(other => other.Contains("--checkpoint ", StringComparison.Ordinal) && other.Contains("model.vic", StringComparison.Ordinal)).Take(1)
            : [];

    /// <summary>What the tool gets from a line, or null if the line does not start the tool.</summary>
    private static string? Arguments(string line) =>
        line.StartsWith("vicinity ", StringComparison.Ordinal) ? line["vicinity ".Length..]
        : line.StartsWith(FromClone, StringComparison.Ordinal) ? line[FromClone.Length..]
        : null;
}
