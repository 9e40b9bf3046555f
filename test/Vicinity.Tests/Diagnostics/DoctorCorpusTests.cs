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
        StringBuilder text = new();
        foreach (var (item, data, report) in Results.Value)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {item.Name} | {data.Rows} x {data.Columns} | {item.Planted} | {(Found(item, report) ? "y" : item.IsClean ? "" : "MISSED")} | kept {report.Quality?.NeighborsKept.Value:0.00} trust {report.Quality?.Trustworthiness.Value:0.00} structure {report.Structure:0.00} noise {report.StructureOfNoise:0.00} | ");
            text.AppendJoin(", ", report.Findings.Select(finding => $"{finding.Code}{finding.Severity.ToString()[0]}={finding.Number:0.###}"));
            text.AppendLine(" |");
        }

        return text.ToString();
    }
}
