using Vicinity.Scoreboard;

using Xunit;

namespace Vicinity.Tests;

/// <summary>The judge of the scoreboard: answers known by hand, and those of the library, with which it shares nothing.</summary>
public sealed class MapJudgeTests
{
    [Fact]
    public void Three_rows_equally_far_apart_have_equal_probabilities_and_a_loss_that_can_be_worked_out()
    {
        MapJudge judge = new(new(3, 3, [2, 0, 0, 0, 2, 0, 0, 0, 2]), null, 1.5);

        // p = 1/6. At 0, 1 and 3: w = 1/2, 1/10, 1/5, Z = 8/5, q = 5/16, 1/16, 1/8.
        double expected = (Math.Log(16 / 30.0) + Math.Log(16 / 6.0) + Math.Log(8 / 6.0)) / 3;
        Verdict verdict = judge.Judge(new(3, 1, [0, 1, 3]));
        Assert.Equal(expected, verdict.ExactLoss, 1e-12);
        Assert.Equal(3, verdict.Span);
        Assert.Equal(double.NaN, verdict.Labels);
        double side = Math.Sqrt(3) / 2;
        Assert.Equal(0, judge.Judge(new(3, 2, [0, 0, 1, 0, 0.5, side])).ExactLoss, 1e-12);
    }

    [Fact]
    public void Rows_on_a_line_keep_all_neighbors_in_their_order_and_few_in_another()
    {
        const int count = 110;
        string[] halves = [.. Enumerable.Range(0, count).Select(i => i < 55 ? "low" : "high")];
        MapJudge judge = new(Line(count, i => i), halves, 10);
        Verdict same = judge.Judge(Line(count, i => 5 * i));
        Assert.Equal(1, same.Kept);
        // Row 55 has five of each half around it, and of the two nearest the one of the lower index.
        Assert.Equal(109.0 / count, same.Labels, 1e-12);

        // Every eleventh row goes together, ten to a group: only rows 0 and 109 keep one neighbor, and all are outvoted but the low half of the first
        // group and the high half of the last, whose tenth neighbor is of their own half and breaks the tie; but row 65 has 54 for its nearest.
        Verdict mixed = judge.Judge(Line(count, i => (1000 * (i % 11)) + (i / 11)));
        Assert.Equal(2.0 / (10 * count), mixed.Kept, 1e-12);
        Assert.Equal(9.0 / count, mixed.Labels, 1e-12);
    }

    [Fact]
    public void The_nearest_of_equally_frequent_labels_counts()
    {
        MapJudge judge = new(Line(3, i => i), ["a", "a", "b"], 1);
        Assert.Equal(1 / 3.0, judge.Judge(Line(3, i => i == 1 ? 1.1 : i)).Labels, 1e-12);
        Assert.Equal(2 / 3.0, judge.Judge(Line(3, i => i == 1 ? 0.9 : i)).Labels, 1e-12);
    }

    [Theory]
    [InlineData(40, 5)]
    [InlineData(1030, 12)]
    public void It_agrees_with_the_measures_of_the_library(int count, double perplexity)
    {
        Matrix data = SampleMaps.Groups(count, 3, 40).ToMatrix();
        Matrix map = SampleMaps.Groups(count, 2, 60, 9).ToMatrix();
        Labels labels = Labels.From(Enumerable.Range(0, count).Select(i => $"{i % 10}"));
        QualityReport report = Quality.Assess(data, map, new() { MostPoints = count, Objective = Objective.TSne, Perplexity = perplexity, Labels = labels });
        Verdict verdict = new MapJudge(Table(data), [.. Enumerable.Range(0, count).Select(i => labels[i])], perplexity).Judge(Table(map));
        Assert.Equal(report.Loss!.Loss, verdict.ExactLoss, 2e-5);
        Assert.Equal(report.NeighborsKept.Value, verdict.Kept, 1e-9);
        Assert.Equal(report.Labels!.Accuracy.Value, verdict.Labels, 1e-9);
    }

    [Fact]
    public void It_reads_what_the_library_writes()
    {
        using SampleFolder folder = new();
        Matrix map = SampleMaps.Groups(7, 3, 40).ToMatrix();
        map.Write(folder.In("map.npy"));
        NpyTable read = NpyTable.Read(folder.In("map.npy"));
        Assert.Equal(Table(map).Values, read.Values);
        File.WriteAllBytes(folder.In("map.npy"), File.ReadAllBytes(folder.In("map.npy"))[..^4]);
        Assert.Contains("80 bytes", Assert.Throws<InvalidDataException>(() => NpyTable.Read(folder.In("map.npy"))).Message, StringComparison.Ordinal);
    }

    private static NpyTable Line(int count, Func<int, double> place) => new(count, 1, [.. Enumerable.Range(0, count).Select(place)]);

    private static NpyTable Table(Matrix matrix) =>
        new(matrix.Rows, matrix.Columns, [.. Enumerable.Range(0, matrix.Rows).SelectMany(i => matrix.Row(i).ToArray()).Select(value => (double)value)]);
}
