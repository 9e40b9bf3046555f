using System.Globalization;
using System.Text;

using Xunit;

namespace Vicinity.Tests;

/// <summary>The doctor is right about data whose faults are known: docs/doctor-corpus.md is written by these tests.</summary>
public sealed class DoctorCorpusTests
{
    private const string Page = "docs/doctor-corpus.md";
    private const string Update = "VICINITY_UPDATE_CORPUS";

    private static readonly Lazy<IReadOnlyList<(DoctorCase Case, Matrix Data, DoctorReport Report)>> Results = new(() =>
        [.. DoctorFaults.All.Concat(DoctorClean.All).Select(item => (item, item.Examine())).Select(done => (done.item, done.Item2.Data, done.Item2.Report))]);

    [Fact]
    public void Planted_faults_are_found()
    {
        var faults = Results.Value.Where(result => !result.Case.IsClean).ToArray();
        string[] missed = [.. faults.Where(result => !Found(result.Case, result.Report)).Select(result => result.Case.Name)];
        Assert.True(faults.Length >= 24, $"{faults.Length} faults");
        Assert.True(missed.Length <= 0.05 * faults.Length, string.Join('\n', missed));
    }

    [Fact]
    public void Clean_data_has_no_error()
    {
        var clean = Results.Value.Where(result => result.Case.IsClean).ToArray();
        Assert.True(clean.Length >= 12, $"{clean.Length} clean sets");
        Assert.DoesNotContain(clean, result => result.Report.Worst == Severity.Error);
    }

    [Fact]
    public void The_table_in_the_docs_is_what_the_corpus_gives()
    {
        string now = Table();
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Page), now);
        }

        Assert.True(Repository.Read(Page) == now, $"If this is meant, start the test program with {Update}=1 and commit {Page}.\n{now}");
    }

    private static bool Found(DoctorCase item, DoctorReport report) => report.Findings.Any(finding => finding.Code == item.Planted);

    private static string Table()
    {
        var faults = Results.Value.Where(result => !result.Case.IsClean).ToArray();
        int found = faults.Count(result => Found(result.Case, result.Report));
        StringBuilder text = new();
        text.Append("# The doctor's corpus\n\nGenerated and real data whose faults are known, and what [the doctor](guide/doctor.md) says of it. Written by the tests, which fail if it is no longer true:\n\n");
        text.Append("```sh\nVICINITY_UPDATE_CORPUS=1 artifacts/bin/Vicinity.Tests/release/Vicinity.Tests -class Vicinity.Tests.DoctorCorpusTests\n```\n\n");
        text.Append(CultureInfo.InvariantCulture, $"## One planted fault each: {found} of {faults.Length} found\n\n| data | n x d | planted | found | number | threshold | what else is said |\n|---|--:|---|---|--:|--:|---|\n");
        Array.ForEach(faults, result => AppendFault(text, result.Case, result.Data, result.Report));
        text.Append("\n## Nothing planted: no error\n\n| data | n x d | structure | of noise | warnings | notes |\n|---|--:|--:|--:|---|---|\n");
        foreach (var (item, data, report) in Results.Value.Where(result => result.Case.IsClean))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {item.Name} | {data.Rows} x {data.Columns} | {report.Structure:0.00} | {report.StructureOfNoise:0.00} |");
            text.Append(CultureInfo.InvariantCulture, $" {List(report.Findings.Where(finding => finding.Severity > Severity.Note))} | {List(report.Findings.Where(finding => finding.Severity == Severity.Note))} |\n");
        }

        return text.ToString();
    }

    private static void AppendFault(StringBuilder text, DoctorCase item, Matrix data, DoctorReport report)
    {
        FitWarning? finding = report.Findings.FirstOrDefault(finding => finding.Code == item.Planted);
        text.Append(CultureInfo.InvariantCulture, $"| {item.Name} | {data.Rows} x {data.Columns} | {item.Planted} | {finding?.Severity.ToString().ToLowerInvariant() ?? "**missed**"} |");
        text.Append(CultureInfo.InvariantCulture, $" {Number(finding?.Number)} | {Number(finding?.Threshold)} | {List(report.Findings.Where(other => other.Code != item.Planted))} |\n");
    }

    private static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("0.###", CultureInfo.InvariantCulture) : "";

    private static string List(IEnumerable<FitWarning> findings) => string.Join(", ", findings.Select(finding => finding.Code).Distinct());
}
