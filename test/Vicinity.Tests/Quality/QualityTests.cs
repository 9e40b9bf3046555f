using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Vicinity.Tests;

/// <summary>Every measure against its definition, on data with and without ties.</summary>
public sealed class QualityTests
{
    public static TheoryData<string, int, int> Cases => new()
    {
        { "normal", 40, 1 }, { "normal", 40, 7 }, { "normal", 41, 20 }, { "normal", 41, 39 }, { "normal", 41, 40 }, { "whole", 60, 5 }, { "whole", 60, 31 },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Ranks_are_measured_by_their_definitions(string kind, int n, int k)
    {
        (Matrix data, Matrix map) = Sample(kind, n);
        QualityReport report = Quality.Assess(data, map, new() { Neighbors = k });
        int[][] rho = QualityOracle.Ranks(data);
        int[][] sigma = QualityOracle.Ranks(map);
        Assert.True(report.IsExact);
        Close(QualityOracle.Kept(rho, sigma, k), report.NeighborsKept);
        Close(k == n - 1 ? 1 : QualityOracle.Trustworthiness(rho, sigma, k), report.Trustworthiness);
        Close(k == n - 1 ? 1 : QualityOracle.Trustworthiness(sigma, rho, k), report.Continuity);
        double[] curve = QualityOracle.RnxCurve(rho, sigma);
        Assert.Equal(curve, report.RnxCurve, (expected, actual) => Math.Abs(expected - actual) < 1e-12);
        Close(QualityOracle.RnxArea(curve), report.RnxArea);
        Close(Enumerable.Range(0, n).Average(i => QualityOracle.Pearson(Others(rho[i], i), Others(sigma[i], i))), report.RankCorrelation);
    }

    [Theory]
    [InlineData("normal", 45, 6)]
    [InlineData("whole", 70, 4)]
    public void Labels_are_measured_by_their_definitions(string kind, int n, int k)
    {
        (Matrix data, Matrix map) = Sample(kind, n);
        Labels labels = Labels.From(Enumerable.Range(0, n).Select(i => i == 0 ? "alone" : $"{i * i % 3}"));
        QualityReport report = Quality.Assess(data, map, new() { Neighbors = k, Labels = labels });
        int[] all = [.. Enumerable.Range(0, n)];
        Close(all.Average(i => QualityOracle.VoteFinds(map, labels, i, k) ? 1 : 0), report.Labels!.Accuracy);
        Close(all.Average(i => QualityOracle.VoteFinds(data, labels, i, k) ? 1 : 0), report.Labels.AccuracyInData);
        Close(all.Skip(1).Average(i => QualityOracle.Roc(map, labels, i)), report.Labels.RocArea);
        Close(all.Skip(1).Average(i => QualityOracle.PrecisionRecall(map, labels, i)), report.Labels.PrecisionRecallArea, 1e-4);
        Assert.Equal(labels.Names, report.Labels.Scores.Select(score => score.Label));
        foreach (LabelScore score in report.Labels.Scores.Where(score => score.Label != "alone"))
        {
            Close(all.Where(i => labels[i] == score.Label).Average(i => QualityOracle.Roc(map, labels, i)), score.RocArea!.Value);
            Close(all.Where(i => labels[i] == score.Label).Average(i => QualityOracle.VoteFinds(map, labels, i, k) ? 1 : 0), score.Accuracy);
        }

        LabelScore alone = report.Labels.Scores.Single(score => score.Label == "alone");
        Assert.Equal((1, null, null), (alone.Count, alone.RocArea, alone.PrecisionRecallArea));
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("whole")]
    public void Distances_are_measured_by_their_definitions(string kind)
    {
        (Matrix data, Matrix map) = Sample(kind, 35);
        DistanceQuality measured = Quality.Assess(data, map).Distances;
        (double R, double D)[] pairs = QualityOracle.Distances(data, map);
        double[] r = [.. pairs.Select(pair => pair.R)];
        double[] d = [.. pairs.Select(pair => pair.D)];
        double raw = pairs.Sum(p => (p.R - p.D) * (p.R - p.D));
        (double R, double D)[] apart = [.. pairs.Where(p => p.R > 0)];
        double size = pairs.Sum(p => p.R * p.D) / d.Sum(x => x * x);
        Assert.Equal(35 * 34 / 2, measured.Pairs);
        Close(QualityOracle.Pearson(r, d), measured.Pearson);
        Close(QualityOracle.Pearson(QualityOracle.AverageRanks(r), QualityOracle.AverageRanks(d)), measured.Spearman);
        Close(raw, measured.RawStress, 1e-9 * raw);
        Close(raw / r.Sum(x => x * x), measured.NormalizedStress);
        Close(Math.Sqrt(raw / d.Sum(x => x * x)), measured.KruskalStress);
        Close(apart.Sum(p => (p.R - p.D) * (p.R - p.D) / p.R) / r.Sum(), measured.SammonStress);
        Close(Math.Sqrt(raw / pairs.Length), measured.RootMeanSquareError);
        Close(apart.Average(p => Math.Abs(p.R - p.D) / p.R), measured.RelativeError);
        Close(pairs.Sum(p => (p.R - (size * p.D)) * (p.R - (size * p.D))) / r.Sum(x => x * x), measured.ScaledStress);
    }

    [Fact]
    public void The_data_as_their_own_map_are_perfect()
    {
        Matrix data = Clouds.Normal(90, 4);
        Labels labels = Labels.From(Enumerable.Range(0, 90).Select(i => $"{i % 2}"));
        QualityReport report = Quality.Assess(data, data, new() { Labels = labels });
        Assert.All([report.NeighborsKept, report.Trustworthiness, report.Continuity, report.RnxArea, report.RankCorrelation, report.Distances.Pearson, report.Distances.Spearman], one => Close(1, one));
        Assert.All(report.RnxCurve, value => Assert.Equal(1, value, 1e-12));
        Assert.All([report.Distances.RawStress, report.Distances.KruskalStress, report.Distances.SammonStress, report.Distances.ScaledStress], zero => Close(0, zero));
        Assert.Equal(report.Labels!.Accuracy, report.Labels.AccuracyInData);
    }

    [Fact]
    public void A_random_map_is_no_better_than_chance()
    {
        QualityReport report = Quality.Assess(Clouds.Normal(700, 5, seed: 1), Clouds.Whole(700, 2, 1 << 20, seed: 2), new()
        {
            Labels = Labels.From(Enumerable.Range(0, 700).Select(i => $"{i % 4}")),
        });
        Assert.Equal(10.0 / 699, report.NeighborsKept.Value, 0.005);
        Assert.Equal(0, report.RnxArea.Value, 0.02);
        Assert.Equal(0.5, report.Trustworthiness.Value, 0.03);
        Assert.Equal(0, report.RankCorrelation.Value, 0.03);
        Assert.Equal(0, report.Distances.Spearman.Value, 0.03);
        Assert.Equal(0.5, report.Labels!.RocArea.Value, 0.02);
        Assert.Equal(0.25, report.Labels.PrecisionRecallArea.Value, 0.03);
        Assert.Equal(0.25, report.Labels.Accuracy.Value, 0.07);
    }

    [Fact]
    public void Quality_follows_a_permutation_of_the_points() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), seed =>
        {
            (Matrix data, Matrix map) = Sample("normal", 50, seed);
            int[] order = Clouds.Shuffle(50, seed);
            QualityReport straight = Quality.Assess(data, map);
            QualityReport shuffled = Quality.Assess(Clouds.Reorder(data, order), Clouds.Reorder(map, order));
            for (int i = 0; i < order.Length; i++)
            {
                Assert.Equal(straight.Points[order[i]] with { Point = i, RnxArea = 0, Stress = 0, ScaledStress = 0 }, shuffled.Points[i] with { RnxArea = 0, Stress = 0, ScaledStress = 0 });
                Assert.Equal(straight.Points[order[i]].RnxArea, shuffled.Points[i].RnxArea, 1e-12);
                Assert.Equal(straight.Points[order[i]].Stress, shuffled.Points[i].Stress, 1e-9);
            }

            Close(straight.Distances.Spearman.Value, shuffled.Distances.Spearman);
            Close(straight.Distances.ScaledStress.Value, shuffled.Distances.ScaledStress);
        }));

    [Fact]
    public void Size_and_rotation_of_a_map_change_no_measure_of_ranks() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), seed =>
        {
            (Matrix data, Matrix map) = Sample("normal", 40, seed);
            Matrix turned = Matrix.Create(40, 2, (i, row) => (row[0], row[1]) = (-4 * map[i, 1], 4 * map[i, 0]));
            QualityReport straight = Quality.Assess(data, map);
            QualityReport other = Quality.Assess(data, turned);
            Assert.Equal(straight.Points.Select(point => point with { Stress = 0, ScaledStress = 0 }), other.Points.Select(point => point with { Stress = 0, ScaledStress = 0 }));
            Assert.All(straight.Points.Zip(other.Points), pair => Assert.Equal(pair.First.ScaledStress, pair.Second.ScaledStress, 1e-9));
            Close(straight.Distances.Pearson.Value, other.Distances.Pearson);
            Close(straight.Distances.Spearman.Value, other.Distances.Spearman);
            Close(straight.Distances.ScaledStress.Value, other.Distances.ScaledStress);
        }));

    private static (Matrix Data, Matrix Map) Sample(string kind, int n, int seed = 3) => kind == "normal"
        ? (Clouds.Normal(n, 6, seed), Clouds.Map(Clouds.Normal(n, 2, seed), value => value + 1))
        : (Clouds.Whole(n, 3, 4, seed), Clouds.Whole(n, 2, 5, seed));

    private static double[] Others(int[] ranks, int self) => [.. ranks.Where((_, j) => j != self).Select(rank => (double)rank)];

    private static void Close(double expected, Estimate actual) => Close(expected, actual, 1e-10);

    private static void Close(double expected, Estimate actual, double tolerance)
    {
        Assert.Equal(expected, actual.Value, tolerance);
        Assert.Equal(0, actual.StandardError);
    }
}
