using Xunit;

namespace Vicinity.Tests;

/// <summary>The code of docs/guide/doctor.md.</summary>
public sealed class DoctorSnippets
{
    [Fact]
    public void The_page_on_the_doctor_is_right()
    {
        using SampleFolder folder = new();
        using StringWriter output = new();
        Table table = Table.Read(folder.In("points.csv"), labels: "species");
        EmbeddingModel model = NeighborEmbedding.Fit(table.Features, new() { Perplexity = 2, Schedule = [new(100) { Exaggeration = 12 }] });

        DoctorReport report = Doctor.Examine(table.Features, model, new() { Labels = table.Labels });
        foreach (FitWarning finding in report.Findings.Where(finding => finding.Severity > Severity.Note))
        {
            output.WriteLine($"{finding.Code} {finding.Message} {finding.Remedy}");
        }

        Assert.StartsWith("D202 The run ended after 100 iterations at exaggeration 12", output.ToString(), StringComparison.Ordinal);
    }
}
