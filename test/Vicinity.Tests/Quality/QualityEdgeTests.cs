using System.Reflection;
using Xunit;

namespace Vicinity.Tests;

/// <summary>Few points, equal points, samples, and what is refused.</summary>
public sealed class QualityEdgeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Few_points_have_defined_numbers(int n)
    {
        Matrix data = Clouds.Normal(n, 3);
        Labels labels = Labels.From(Enumerable.Range(0, n).Select(i => $"{i % 2}"));
        QualityReport own = Quality.Assess(data, data, new() { Labels = labels, Objective = Objective.TSne });
        Assert.Equal(Math.Min(10, n - 1), own.NeighborsPerPoint);
        Assert.Equal((1, 1, 1, 1), (own.NeighborsKept.Value, own.Trustworthiness.Value, own.Continuity.Value, Math.Round(own.RnxArea.Value, 12)));
        Assert.Equal(Math.Max(0, n - 2), own.RnxCurve.Count);
        AssertFinite(own);
        AssertFinite(Quality.Assess(data, Clouds.Normal(n, 2, seed: 9), new() { Neighbors = 1, Labels = labels }));
    }

    [Fact]
    public void Points_all_alike_have_defined_numbers()
    {
        Matrix alike = Matrix.Create(30, 2, (_, row) => row.Fill(2));
        Matrix cloud = Clouds.Normal(30, 2);
        Assert.Equal(1, Quality.Assess(alike, alike).Distances.Pearson.Value);
        AssertFinite(Quality.Assess(alike, alike));
        QualityReport collapsed = Quality.Assess(cloud, alike);
        Assert.Equal(0, collapsed.Distances.Spearman.Value);
        Assert.Equal(1, collapsed.Distances.NormalizedStress.Value, 1e-12);
        Assert.Equal(double.PositiveInfinity, collapsed.Distances.KruskalStress.Value);
        Assert.Equal(double.PositiveInfinity, Quality.Assess(alike, cloud).Distances.NormalizedStress.Value);
    }

    [Fact]
    public void Distances_that_differ_by_less_than_a_float_are_ordered_in_double()
    {
        Matrix line = Matrix.Create(300, 1, (i, row) => row[0] = i == 0 ? 0 : 1 + (i * 37 % 299 * 1.1920929e-7f));
        int[] order = [.. Enumerable.Range(1, 299).OrderBy(i => (double)line[i, 0])];
        RowOrder rows = new(300);
        rows.Rank(0, [.. Enumerable.Range(0, 300).Select(i => SquaredDistance.Of(line.Row(0), line.Row(i)))]);
        Assert.Equal(order, rows.Order.ToArray());
        Assert.Equal(0, rows.Ranks[0]);
        rows.Rank(0, [.. Enumerable.Range(0, 300).Select(i => 1e60 * (1 + (i % 7)))]);
        Assert.Equal([.. Enumerable.Range(1, 299).OrderBy(i => i % 7).ThenBy(i => i)], rows.Order.ToArray());
    }

    [Fact]
    public void A_sample_is_near_the_whole_within_its_stated_error()
    {
        Matrix data = Clouds.Normal(900, 5);
        Matrix map = Clouds.Map(Clouds.Normal(900, 2), value => value);
        Labels labels = Labels.From(Enumerable.Range(0, 900).Select(i => $"{i % 3}"));
        QualityReport whole = Quality.Assess(data, map, new() { Labels = labels });
        int near = 0;
        int all = 0;
        foreach (int seed in Enumerable.Range(1, 40))
        {
            QualityReport sample = Quality.Assess(data, map, new() { Labels = labels, MostPoints = 150, MostPairs = 20_000, Seed = seed });
            Assert.Equal((150, false), (sample.Points.Count, sample.IsExact));
            Assert.Equal(whole.Points[sample.Points[7].Point], sample.Points[7]);
            foreach ((Estimate expected, Estimate estimate) in Estimates(whole).Zip(Estimates(sample)))
            {
                Assert.InRange(estimate.StandardError, 1e-9, double.MaxValue);
                Assert.InRange(Math.Abs(estimate.Value - expected.Value), 0, 6 * estimate.StandardError);
                near += Math.Abs(estimate.Value - expected.Value) <= estimate.StandardError ? 1 : 0;
                all++;
            }
        }

        Assert.InRange((double)near / all, 0.58, 0.78);       // 68 % are within one standard error
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        Matrix data = Clouds.Normal(400, 5);
        Matrix map = Clouds.Normal(400, 2, seed: 2);
        QualityOptions options = new() { MostPoints = 90, MostPairs = 5000, Objective = Objective.TSne, Labels = Labels.From(Enumerable.Range(0, 400).Select(i => $"{i % 5}")) };
        QualityReport one = Quality.Assess(data, map, options with { Threads = 1 });
        foreach (int threads in new[] { 2, 8 })
        {
            QualityReport many = Quality.Assess(data, map, options with { Threads = threads });
            Assert.Equal(one.Points, many.Points);
            Assert.Equal(one.RnxCurve, many.RnxCurve);
            Assert.Equal(one.Distances, many.Distances);
            Assert.Equal(one.Loss, many.Loss);
        }
    }

    [Fact]
    public void What_cannot_be_measured_is_refused_with_both_numbers()
    {
        Matrix data = Clouds.Normal(20, 3);
        Assert.Contains("19 rows", Assert.Throws<ArgumentException>("map", () => Quality.Assess(data, Clouds.Normal(19, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("map", () => Quality.Assess(Clouds.Normal(0, 2), Clouds.Normal(0, 2)));
        Assert.Throws<ArgumentException>("labels", () => Quality.Assess(data, data, new() { Labels = Labels.From(["a"]) }));
        Assert.Throws<ArgumentException>("data", () => Quality.Assess(Clouds.Map(data, value => value > 4 ? float.NaN : value), data));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quality.Assess(data, data, new() { Neighbors = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quality.Assess(data, data, new() { MostPoints = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quality.Assess(data, data, new() { MostPairs = 63 }));
        Assert.Contains("6.3", Assert.ThrowsAny<ArgumentException>(() => Quality.Assess(data, data, new() { Objective = Objective.TSne, Perplexity = 30 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("map", () => Quality.Assess(data, Clouds.Normal(20, 4), new() { Objective = Objective.TSne }));
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Quality.Assess(data, data, cancellationToken: source.Token));
    }

    private static IEnumerable<Estimate> Estimates(QualityReport report) =>
    [
        report.NeighborsKept, report.Trustworthiness, report.Continuity, report.RnxArea, report.RankCorrelation, report.Labels!.Accuracy, report.Labels.RocArea,
        report.Labels.PrecisionRecallArea, report.Distances.Pearson, report.Distances.Spearman, report.Distances.NormalizedStress, report.Distances.RawStress,
    ];

    private static void AssertFinite(object part)
    {
        foreach (PropertyInfo property in part.GetType().GetProperties())
        {
            switch (property.GetValue(part))
            {
                case Estimate { Value: double.NaN } when part is LabelQuality { Scores: var scores } && scores.All(score => score.RocArea is null):
                    break;      // no point has both, others of its label and of another
                case Estimate estimate:
                    Assert.True(double.IsFinite(estimate.Value) && estimate.StandardError == 0, property.Name);
                    break;
                case double value:
                    Assert.True(double.IsFinite(value), property.Name);
                    break;
                case IEnumerable<PointQuality> points:
                    Assert.All(points, AssertFinite);
                    break;
                case DistanceQuality or LabelQuality or LossQuality:
                    AssertFinite(property.GetValue(part)!);
                    break;
            }
        }
    }
}
