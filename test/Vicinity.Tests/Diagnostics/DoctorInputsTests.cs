using Xunit;

namespace Vicinity.Tests;

/// <summary>The doctor on inputs of every kind, by every metric.</summary>
public sealed class DoctorInputsTests
{
    private static readonly SparseMatrix Words = TransformInputsTests.Counts(240, seed: 21, columns: 60);
    private static readonly SparseMatrix Noise = NullComparison.Shuffle(Words, seed: 5);

    public static TheoryData<string, bool> Cases
    {
        get
        {
            TheoryData<string, bool> cases = [];
            foreach (string metric in Metric.All.Select(metric => metric.Name).Where(name => name != "chebyshev"))
            {
                cases.Add(metric, true);
                cases.Add(metric, false);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Groups_are_fine_and_noise_is_told_by_every_metric(string metric, bool isSparse)
    {
        EmbeddingOptions options = new() { Metric = Metric.Find(metric)!, Perplexity = 15 };
        EmbeddingInput Of(SparseMatrix rows) => isSparse ? rows : rows.ToMatrix();
        DoctorReport fine = Doctor.Examine(Of(Words), NeighborEmbedding.Fit(Of(Words), options), cancellationToken: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(fine.Findings, finding => finding.Severity == Severity.Error || finding.Code == "D301");
        Assert.InRange(fine.Structure, 0.5, 1);
        DoctorReport noise = Doctor.Examine(Of(Noise), NeighborEmbedding.Fit(Of(Noise), options), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(noise.Findings, finding => finding.Code == "D301");
        Assert.Equal(!isSparse && metric == "euclidean", fine.LeftOut.Count == 0);
    }

    [Fact]
    public void Columns_are_shuffled_each_for_itself()
    {
        Assert.Equal(Words.EntryCount, Noise.EntryCount);
        SparseMatrix before = Words.Transpose();
        SparseMatrix after = Noise.Transpose();
        for (int d = 0; d < Words.Columns; d++)
        {
            Assert.Equal(before.RowValues(d).ToArray().Order(), after.RowValues(d).ToArray().Order());
            Assert.Equal(after.RowColumns(d).ToArray().Distinct().Order(), after.RowColumns(d).ToArray());
        }

        Assert.Contains(Enumerable.Range(0, Words.Columns), d => !before.RowColumns(d).SequenceEqual(after.RowColumns(d)));
    }

    [Fact]
    public void Distances_are_judged_without_their_columns()
    {
        Matrix rows = Shapes.Clusters(200, 6, 4, 8);
        DistanceMatrix distances = DistanceMatrix.FromSquare(Matrix.Create(200, 200, (i, row) =>
        {
            for (int j = 0; j < row.Length; j++)
            {
                row[j] = (float)BruteForce.Distance(rows.Row(i), rows.Row(j));
            }
        }));
        DoctorReport report = Doctor.Examine(distances, NeighborEmbedding.Fit(distances), new() { IsDeep = true }, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(report.Findings, finding => finding.Severity == Severity.Error);
        Assert.True(double.IsNaN(report.StructureOfNoise));
        Assert.NotNull(report.Stability);
        Assert.Contains("D301: distances have no columns that could be shuffled", report.LeftOut);
        DoctorReport random = Doctor.Examine(distances, Shapes.Normal(200, 2), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(random.Findings, finding => finding.Code == "D306");
    }

    [Fact]
    public void Neighbours_alone_leave_the_map_out()
    {
        NeighborGraph graph = NeighborGraph.Build(Shapes.Clusters(120, 6, 4, 8), 20);
        DoctorReport report = Doctor.Examine(graph, Shapes.Normal(120, 2), new() { Perplexity = 6 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains("D301, D302, D303, D304, D305, D306, D307, D308: distances of all pairs are not known", report.LeftOut);
        Assert.Null(report.Quality);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_label_among_sparse_columns_is_found(float mark, bool isFound)
    {
        Labels labels = Labels.From(Enumerable.Range(0, Words.Rows).Select(i => $"{i % 3}"));
        SparseMatrix told = SparseMatrix.From(Matrix.Create(Words.Rows, Words.Columns + 3, (i, row) =>
        {
            Words.ToMatrix().Row(i).CopyTo(row);
            row[Words.Columns + (i % 3)] = mark;
        }));
        DoctorReport report = Doctor.Examine(told, new EmbeddingOptions(), new() { Labels = labels }, TestContext.Current.CancellationToken);
        Assert.Equal(isFound, report.Findings.Any(finding => finding.Code == "D106"));
    }

    [Theory]
    [InlineData("hamming", "D104")]
    [InlineData("cosine", "D109")]
    public void Checks_that_mean_nothing_for_a_metric_are_left_out(string metric, string code)
    {
        Matrix odd = Matrix.Create(200, 20, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = ((i * 7) + (d * i)) % 5 == 0 ? (d == 3 && i % 50 == 7 ? 5000 : 1 + (i % 3)) : 0;
            }
        });
        string[] usual = [.. Doctor.Examine(odd).Findings.Select(finding => finding.Code)];
        DoctorReport report = Doctor.Examine(odd, new EmbeddingOptions() { Metric = Metric.Find(metric)! }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(code, usual);
        Assert.DoesNotContain(report.Findings, finding => finding.Code == code);
        Assert.Contains(report.LeftOut, line => line.Split(':')[0].Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public void Groups_have_one_shape_by_centers_and_by_pairs()
    {
        Matrix points = Shapes.Clusters(90, 4, 3, 5);
        int[][] groups = [.. Enumerable.Range(0, 3).Select(g => Enumerable.Range(0, 90).Where(i => i % 4 == g).ToArray())];
        GroupShapes byCenters = GroupShapes.Of(points, groups);
        GroupShapes byPairs = GroupShapes.Of(new DenseSpace(points, Metric.Create("own", (x, y) => BruteForce.Distance(x, y))), groups);
        Assert.All(byCenters.Radii.Concat(byCenters.Distances).Zip(byPairs.Radii.Concat(byPairs.Distances)), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }
}
