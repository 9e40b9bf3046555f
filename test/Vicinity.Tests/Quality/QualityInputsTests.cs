using Xunit;

namespace Vicinity.Tests;

/// <summary>The measures of a map by any metric and of any input, by their definitions in double.</summary>
public sealed class QualityInputsTests
{
    private const int K = 6;
    private static readonly Matrix Written = Jittered(TransformInputsTests.Counts(70, seed: 11, columns: 30));
    private static readonly SparseMatrix Words = SparseMatrix.From(Written);
    private static readonly Matrix Map = Shapes.Normal(70, 2, seed: 12);

    public static TheoryData<string, bool> Cases
    {
        get
        {
            TheoryData<string, bool> cases = [];
            foreach (Metric metric in Metric.All)
            {
                cases.Add(metric.Name, true);
                cases.Add(metric.Name, false);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Every_metric_is_measured_by_its_definition(string name, bool isSparse)
    {
        EmbeddingInput data = isSparse ? Words : Written;
        QualityReport report = Quality.Assess(data, Map, new() { Metric = Metric.Find(name)!, Neighbors = K }, TestContext.Current.CancellationToken);
        AssertDefinition(report, (i, j) => Definition(name, Written.Row(i).ToArray(), Written.Row(j).ToArray()));
    }

    [Fact]
    public void Distances_that_are_given_are_measured_as_they_are()
    {
        Matrix square = Matrix.Create(70, 70, (i, row) =>
        {
            for (int j = 0; j < row.Length; j++)
            {
                row[j] = (float)Definition("manhattan", Written.Row(i).ToArray(), Written.Row(j).ToArray());
            }
        });
        EmbeddingInput distances = DistanceMatrix.FromSquare(square);
        AssertDefinition(Quality.Assess(distances, Map, new() { Neighbors = K }, TestContext.Current.CancellationToken), (i, j) => square[i, j]);
        Assert.Equal("metric", Assert.Throws<ArgumentException>(() => Quality.Assess(distances, Map, new() { Metric = Metric.Cosine })).ParamName);
        EmbeddingInput graph = NeighborGraph.Build(Written, 5);
        Assert.Contains("all pairs", Assert.Throws<ArgumentException>(() => Quality.Assess(graph, Map)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_of_ones_own_measures_sparse_rows_too()
    {
        Metric mine = Metric.Create("mine", (x, y) => RowPair.Manhattan(x, y));
        QualityReport own = Quality.Assess(Words, Map, new() { Metric = mine, Neighbors = K }, TestContext.Current.CancellationToken);
        AssertDefinition(own, (i, j) => Definition("manhattan", Written.Row(i).ToArray(), Written.Row(j).ToArray()));
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_loss_of_a_metric_is_that_of_its_fit(string name, bool isSparse)
    {
        EmbeddingInput data = isSparse ? Words : Written;
        EmbeddingModel model = NeighborEmbedding.Fit(data, new() { Metric = Metric.Find(name)!, Perplexity = 8, PcaComponents = 0, Schedule = [new(80)] });
        LossQuality loss = Quality.Assess(data, model.Map, new() { Metric = Metric.Find(name)!, Objective = Objective.TSne, Perplexity = 8 }, TestContext.Current.CancellationToken).Loss!;
        Assert.Equal(model.Loss, loss.Loss, 1e-5 * model.Loss);
        Assert.Equal((2 * loss.Loss) + (8.0 / 70 * Math.Log(70)), loss.PerplexityCriterion!.Value, 1e-9);
    }

    private static void AssertDefinition(QualityReport report, Func<int, int, double> r)
    {
        double[][] inData = [.. Enumerable.Range(0, 70).Select(i => Enumerable.Range(0, 70).Select(j => i == j ? 0 : r(i, j)).ToArray())];
        double[][] inMap = [.. Enumerable.Range(0, 70).Select(i => Enumerable.Range(0, 70).Select(j => BruteForce.Distance(Map.Row(i), Map.Row(j))).ToArray())];
        int[][] sigma = QualityOracle.Ranks(Map);
        int[][] rho = [.. inData.Select((row, i) => Ranks(row, i))];
        Assert.Equal(QualityOracle.Kept(rho, sigma, K), report.NeighborsKept.Value, 1e-9);
        Assert.Equal(QualityOracle.Trustworthiness(rho, sigma, K), report.Trustworthiness.Value, 1e-9);
        Assert.Equal(QualityOracle.Trustworthiness(sigma, rho, K), report.Continuity.Value, 1e-9);
        double[] curve = QualityOracle.RnxCurve(rho, sigma);
        Assert.Equal(QualityOracle.RnxArea(curve), report.RnxArea.Value, 1e-9);
        (int I, int J)[] pairs = [.. QualityOracle.Pairs(70).Where(pair => pair.I < pair.J)];
        double[] x = [.. pairs.Select(pair => inData[pair.I][pair.J])];
        double[] y = [.. pairs.Select(pair => inMap[pair.I][pair.J])];
        Assert.Equal(QualityOracle.Pearson(x, y), report.Distances.Pearson.Value, 1e-6);
        Assert.Equal(QualityOracle.Pearson(Rounded(x), Rounded(y)), report.Distances.Spearman.Value, 2e-3);
        double raw = x.Zip(y, (a, b) => (a - b) * (a - b)).Sum();
        Assert.Equal(raw / x.Sum(a => a * a), report.Distances.NormalizedStress.Value, 1e-6);
        Assert.All(report.Points, point => AssertPoint(point, inData[point.Point], inMap[point.Point]));
    }

    private static void AssertPoint(PointQuality point, double[] r, double[] d)
    {
        double squares = r.Sum(a => a * a);
        double errors = r.Zip(d, (a, b) => (a - b) * (a - b)).Sum();
        double size = r.Zip(d, (a, b) => a * b).Sum() / d.Sum(b => b * b);
        double scaled = r.Zip(d, (a, b) => (a - (size * b)) * (a - (size * b))).Sum();
        Assert.Equal(errors / squares, point.Stress, 1e-6 * (1 + (errors / squares)));
        Assert.Equal(scaled / squares, point.ScaledStress, 1e-6);
    }

    /// <summary>No two distances are equal but for rounding, and what is 0 stays so.</summary>
    private static Matrix Jittered(SparseMatrix counts)
    {
        Random random = new(3);
        return Matrix.Create(counts.Rows, counts.Columns, (i, row) =>
        {
            counts.ToMatrix().Row(i).CopyTo(row);
            row[0] += 1;
            foreach (ref float value in row)
            {
                value *= 1 + random.NextSingle();
            }
        });
    }

    private static double[] Rounded(double[] values) => QualityOracle.AverageRanks([.. values.Select(value => Math.Round(value, 6))]);

    /// <summary>By distance to nine digits, then by index.</summary>
    private static int[] Ranks(double[] row, int self)
    {
        int[] ranks = new int[row.Length];
        int rank = 0;
        foreach (int j in Enumerable.Range(0, row.Length).Where(j => j != self).OrderBy(j => Math.Round(row[j], 9)).ThenBy(j => j))
        {
            ranks[j] = ++rank;
        }

        return ranks;
    }

    private static double Definition(string name, float[] x, float[] y) => name switch
    {
        "euclidean" => Math.Sqrt(x.Zip(y, (a, b) => ((double)a - b) * ((double)a - b)).Sum()),
        "cosine" => Chord(x, y, 0, 0),
        "correlation" => Chord(x, y, x.Average(a => (double)a), y.Average(b => (double)b)),
        "manhattan" => x.Zip(y, (a, b) => Math.Abs((double)a - b)).Sum(),
        "chebyshev" => x.Zip(y, (a, b) => Math.Abs((double)a - b)).Max(),
        "hamming" => x.Zip(y, (a, b) => a != b ? 1.0 : 0).Average(),
        _ => 1 - (x.Zip(y, (a, b) => a != 0 && b != 0 ? 1.0 : 0).Sum() / x.Zip(y, (a, b) => a != 0 || b != 0 ? 1.0 : 0).Sum()),
    };

    private static double Chord(float[] x, float[] y, double mean, double other)
    {
        double product = x.Zip(y, (a, b) => (a - mean) * (b - other)).Sum();
        double lengths = Math.Sqrt(x.Sum(a => (a - mean) * (a - mean)) * y.Sum(b => (b - other) * (b - other)));
        return Math.Sqrt(Math.Max(0, 2 * (1 - (product / lengths))));
    }
}
