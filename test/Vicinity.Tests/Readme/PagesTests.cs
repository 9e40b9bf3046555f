using System.Text.RegularExpressions;

using Xunit;

namespace Vicinity.Tests;

public sealed class PagesTests
{
    [Fact]
    public void Every_link_and_picture_leads_to_a_file()
    {
        List<string> broken = [];
        int seen = 0;
        foreach (string page in CodeBlock.Pages)
        {
            string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
            foreach (Match link in Regex.Matches(Repository.Read(page), @"\]\((?<to>[^)#\s]+)"))
            {
                seen++;
                string target = Path.Combine(folder, link.Groups["to"].Value);
                if (!File.Exists(target) && !Directory.Exists(target))
                {
                    broken.Add($"{page}: {link.Groups["to"].Value}");
                }
            }
        }

        Findings.AreNone(broken, seen, 12);
    }

    [Fact]
    public void The_readme_has_fewer_than_140_lines() => Assert.InRange(Repository.Read("README.md").Split('\n').Length, 20, 139);

    [Fact]
    public void Every_pinned_package_has_its_reason()
    {
        string reasons = Repository.Read("docs/decisions/0007-dependencies.md");
        MatchCollection pins = Regex.Matches(Repository.Read("Directory.Packages.props"), "Include=\"(?<name>[^\"]+)\" Version=\"(?<version>[^\"]+)\"");
        IEnumerable<string> missing = pins.Select(pin => $"| {pin.Groups["name"]} | {pin.Groups["version"]} |").Where(line => !reasons.Contains(line, StringComparison.Ordinal));
        Findings.AreNone(missing, pins.Count, 8);
    }
}
