using Xunit;

namespace Vicinity.Tests;

/// <summary>The checks of the data at their edges; that they find what they are for is shown by <see cref="DoctorCorpusTests"/>.</summary>
public sealed class DataChecksTests
{
    private static readonly ColumnNames Names = new(null);

    [Fact]
    public void A_note_becomes_a_warning_with_more_than_one_duplicate_in_a_hundred()
    {
        Matrix cloud = Shapes.Normal(200, 4);
        Assert.Equal(Severity.Note, DuplicateRows.Find(Clouds.Reorder(cloud, [.. Enumerable.Range(0, 200).Select(i => i < 2 ? 0 : i)]))?.Severity);
        Assert.Equal(Severity.Warning, DuplicateRows.Find(Clouds.Reorder(cloud, [.. Enumerable.Range(0, 200).Select(i => i < 5 ? 0 : i)]))?.Severity);
        Assert.Equal(Severity.Warning, DuplicateRows.Find(Clouds.Reorder(cloud, [.. Enumerable.Range(0, 200).Select(i => i < 2 ? 0 : i)]), neighbors: 1)?.Severity);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(7, true)]
    public void The_share_of_a_column_decides(double factor, bool told)
    {
        Matrix data = Shapes.Change(Shapes.Normal(300, 10), (_, d, value) => d == 3 ? factor * value : value);
        FitWarning? warning = DominantColumn.Find(data, Names);
        Assert.Equal(told, warning is not null);
        Assert.True(!told || Math.Abs(warning!.Number - (factor * factor / (factor * factor + 9))) < 0.05);
    }

    [Fact]
    public void One_column_alone_rules_nobody()
    {
        Assert.Null(DominantColumn.Find(Shapes.Normal(100, 1), Names));
        Assert.Null(DominantColumn.Find(Shapes.Beside(Shapes.Normal(100, 1), _ => 5), Names));
    }

    [Theory]
    [InlineData("sorted measurements", false)]
    [InlineData("ages", false)]
    [InlineData("every second number", false)]
    [InlineData("numbers with a few gaps", true)]
    [InlineData("years", true)]
    [InlineData("backwards", true)]
    public void What_counts_the_rows_is_an_id(string kind, bool told)
    {
        SeededRandom random = new(1);
        double[] sorted = [.. Enumerable.Range(0, 60).Select(_ => random.NextNormal()).Order()];
        FitWarning? warning = IdColumns.Find(Shapes.Beside(Shapes.Normal(60, 2), i => kind switch
        {
            "sorted measurements" => sorted[i],
            "ages" => 20 + random.NextInt(60),
            "every second number" => i * 77 % 60 * 2,
            "numbers with a few gaps" => 1000 + (i * 7 % 60) + (i * 7 % 60 / 10),
            "years" => 1960 + i,
            _ => -0.5 * i,
        }), Names);
        Assert.Equal(told, warning is not null);
        Assert.Equal(told ? "--drop x2" : null, warning?.Remedy);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(20, false)]
    public void A_column_that_is_almost_the_label_gives_it_away(int wrong, bool told)
    {
        Labels labels = Shapes.ClusterLabels(300, 3);
        Assert.Equal(told, LabelLeak.Find(Shapes.Beside(Shapes.Normal(300, 2), i => i < wrong ? 0 : i % 3), labels, Names) is not null);
    }

    [Fact]
    public void Marks_give_labels_away_only_if_there_is_one_for_each()
    {
        Labels labels = Shapes.ClusterLabels(300, 3);
        Matrix data = Shapes.Normal(300, 2);
        Assert.Null(LabelLeak.Find(Shapes.Beside(data, i => i % 3 == 0 ? 1 : 0), labels, Names));
        Assert.Equal("--drop x2 --drop x3 --drop x4", LabelLeak.Find(Shapes.Beside(data, i => i % 3 == 0 ? 1 : 0, i => i % 3 == 1 ? 2 : 5, i => i % 3 == 2 ? 1 : 0), labels, Names)?.Remedy);
    }

    [Fact]
    public void Pixels_are_not_counts_and_counts_are()
    {
        SeededRandom random = new(1);
        Matrix pixels = Shapes.Change(Shapes.Normal(50, 64), (_, _, value) => value < 0.5 ? 0 : random.NextInt(256));
        Assert.Null(RawCounts.Find(TableScan.Of(pixels, 1)));
        Assert.Equal("--metric cosine", RawCounts.Find(TableScan.Of(Shapes.Change(pixels, (i, d, value) => i + d == 0 ? 5000 : value == 0 ? 0 : 1 + ((int)value % 7)), 2))?.Remedy);
    }

    [Fact]
    public void Missing_values_are_counted_and_the_rest_is_examined()
    {
        Matrix data = Shapes.Change(Shapes.Beside(Shapes.Clusters(100, 5, 2, 3), i => i), (i, d, value) => (i == 3 && d == 1) || d == 2 && i % 3 > 0 ? double.NaN : value);
        DoctorReport report = Doctor.Examine(data);
        Assert.Equal(["D101", "D105"], report.Findings.Select(finding => finding.Code).Where(code => code is "D101" or "D105"));
        FitWarning missing = report.Findings[0];
        Assert.Equal((67, 67, "--drop x1 --drop x2"), (missing.Number, missing.Points.Count, missing.Remedy));
        Assert.Equal("--drop x5", report.Findings.First(finding => finding.Code == "D105").Remedy);
        Assert.Equal(["D101"], Doctor.Examine(Shapes.Change(data, (_, _, _) => double.NaN)).Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Points_of_findings_are_rows_of_the_whole_data()
    {
        Matrix data = Shapes.Change(Shapes.Clusters(120, 6, 2, 3), (i, d, value) => i < 10 && d == 0 ? double.NaN : value);
        Matrix map = Shapes.Change(NeighborEmbedding.Fit(Shapes.Change(data, (_, _, value) => double.IsNaN(value) ? 0 : value)).Map, (i, d, value) => i is > 20 and < 60 ? 30 * Math.Sin(i * (d + 3)) : value);
        DoctorReport report = Doctor.Examine(data, map);
        FitWarning torn = report.Findings.Single(finding => finding.Code == "D306");
        Assert.Equal(Enumerable.Range(10, 110), report.Points);
        Assert.True(torn.Points.Count(i => i is > 20 and < 60) > 0.8 * torn.Points.Count);
    }
}
