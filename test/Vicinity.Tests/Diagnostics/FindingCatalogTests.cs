using System.Text.RegularExpressions;
using Xunit;

namespace Vicinity.Tests;

public sealed class FindingCatalogTests
{
    [Fact]
    public void Every_code_in_the_source_is_in_the_catalog_once()
    {
        string[] used = [.. SourceFile.Below("src").Where(file => file.TypeName != nameof(FindingCatalog))
            .SelectMany(file => Regex.Matches(Repository.Read(file.Path), "\"(D[123]\\d\\d)\"").Select(match => match.Groups[1].Value)).Distinct()];
        string[] listed = [.. FindingCatalog.All.Select(kind => kind.Code)];
        Findings.AreNone(used.Except(listed).Concat(listed.Except(used)).Concat(listed.Where(code => listed.Count(other => other == code) > 1)), used.Length, 25);
    }

    [Fact]
    public void Every_code_has_its_section_of_the_guide()
    {
        string guide = Repository.Read("docs/guide/doctor.md");
        Findings.AreNone(FindingCatalog.All.Where(kind => !guide.Contains($"| {kind.Code} | {kind.Title} |", StringComparison.Ordinal)).Select(kind => kind.Code), FindingCatalog.All.Count, 25);
    }

    [Fact]
    public void Every_entry_says_why_in_a_sentence() =>
        Assert.All(FindingCatalog.All, kind => Assert.Matches("^[A-Z].*[.]$", kind.Why));

    [Fact]
    public void A_warning_has_what_its_code_has()
    {
        FitWarning warning = new("D202", "x");
        Assert.Equal((Severity.Error, true), (warning.Severity, warning.Why.Length > 0));
        Assert.Equal((Severity.Warning, "", ""), (new FitWarning("U101", "x").Severity, new FitWarning("U101", "x").Why, new FitWarning("U101", "x").Remedy));
    }
}
