using System.Text.RegularExpressions;

using Xunit;

namespace Vicinity.Tests;

/// <summary>Files speak of the project alone, and mean the same on every machine.</summary>
public sealed class PlainTextTests
{
    private static readonly string[] Kinds =
        [".cs", ".csproj", ".props", ".md", ".sh", ".json", ".txt", ".slnx", ".editorconfig", ".gitignore", ".yml", ".html", ".js", ".css"];

    /// <summary>Folders of one machine, and hosts that packages come from: a clone must build wherever it lies and whatever source is set up.</summary>
    private static readonly Regex Local = new(
        @"(?<![\w./-])/(ho[m]e|roo[t]|wor[k]|Use[r]s|mn[t])/|[A-Z]:\\Use[r]s|https?://[\w.-]*(nuge[t]|npmj[s]|pyp[i]|pythonhoste[d]|debia[n]|githu[b])\.");

    [Fact]
    public void No_file_names_a_folder_of_one_machine_or_a_package_host()
    {
        IReadOnlyList<string> files = [.. Repository.Files("", Kinds), "test.sh", ".ci/run"];
        IEnumerable<string> findings = files.SelectMany(path => Local.Matches(Repository.Read(path)).Select(match => $"{path}: {match.Value}"));
        Findings.AreNone(findings, files.Count, 120);
    }

    [Fact]
    public void Text_files_end_their_lines_in_one_way_and_hold_no_tabs_or_trailing_blanks()
    {
        IReadOnlyList<string> files = [.. Repository.Files("", ".cs", ".csproj", ".props", ".md", ".sh")];
        IEnumerable<string> findings = files.Where(path => Regex.IsMatch(File.ReadAllText(Path.Combine(Repository.Root, path)), "\r|\t|[ ]\n|[^\n]\\z")).Order();
        Findings.AreNone(findings, files.Count, 100);
    }
}
