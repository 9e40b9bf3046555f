using System.Text.RegularExpressions;

namespace Vicinity.Tests;

/// <summary>A fenced block of a Markdown page, its lines without the indentation that all of them share.</summary>
internal sealed record CodeBlock(string Page, int Line, string Language, IReadOnlyList<string> Lines)
{
    public string Place => $"{Page}({Line})";

    /// <summary>The pages that a reader meets.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "INFLUENCES.md", .. Repository.Files("docs", ".md")];

    /// <summary>The blocks of all pages.</summary>
    public static IReadOnlyList<CodeBlock> All { get; } = [.. Pages.SelectMany(In)];

    /// <summary>Lines without the blanks that all of them begin with, and without empty lines around them.</summary>
    public static string[] Unindented(IEnumerable<string> lines)
    {
        string[] all = [.. lines.Select(line => line.TrimEnd())];
        int indent = all.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return [.. all.Select(line => line.Length > indent ? line[indent..] : "").SkipWhile(line => line.Length == 0).Reverse().SkipWhile(line => line.Length == 0).Reverse()];
    }

    private static IEnumerable<CodeBlock> In(string page)
    {
        string text = Repository.Read(page);
        foreach (Match match in Regex.Matches(text, @"(?ms)^[ ]*```(?<language>\S*)\n(?<body>.*?)^[ ]*```\s*$"))
        {
            yield return new(page, text[..match.Index].Count(c => c == '\n') + 1, match.Groups["language"].Value, Unindented(match.Groups["body"].Value.Split('\n')));
        }
    }
}
