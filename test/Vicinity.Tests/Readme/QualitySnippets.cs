using Xunit;

namespace Vicinity.Tests;

/// <summary>The code of docs/guide/quality.md.</summary>
public sealed class QualitySnippets
{
    [Fact]
    public void The_page_on_quality_is_right()
    {
        using SampleFolder folder = new();
        using StringWriter output = new();
        Table table = Table.Read(folder.In("points.csv"), labels: "species");
        Matrix map = Matrix.ReadMap(folder.In("first.csv"));

        QualityReport report = Quality.Assess(table.Features, map, new() { Labels = table.Labels });
        output.WriteLine($"{report.Trustworthiness}, area {report.RnxArea}, labels {report.Labels!.Accuracy}");
        foreach (PointQuality point in report.Points.OrderBy(point => point.Trustworthiness).Take(10))
        {
            output.WriteLine($"row {point.Point} sits among strangers: {point.Trustworthiness:F2}");
        }

        Assert.Equal(11, output.ToString().TrimEnd().Split('\n').Length);
        Assert.InRange(report.Labels.Accuracy.Value, 0.9, 1);
    }
}
