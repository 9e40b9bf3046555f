using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Vicinity.Tests;

/// <summary>Every metric against its definition, written down once more here.</summary>
public sealed class MetricTests
{
    public static TheoryData<string> Names => [.. Metric.All.Select(metric => metric.Name)];

    public static TheoryData<string> ColumnWise => ["manhattan", "chebyshev", "hamming", "jaccard"];

    [Theory, MemberData(nameof(Names))]
    public void A_distance_is_its_definition(string name) => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<int>(), (a, b) =>
        {
            Matrix rows = Clouds.Whole(2, 1 + Math.Abs(a % 40), 3, b);
            double expected = Definition(name, rows.Row(0).ToArray(), rows.Row(1).ToArray());
            return Math.Abs(Metric.Find(name)!.Distance(rows.Row(0), rows.Row(1)) - expected) <= 1e-7 * (1 + expected);
        }));

    [Theory, MemberData(nameof(Names))]
    public void Neighbours_are_the_nearest_by_definition(string name)
    {
        Matrix data = Clouds.Normal(150, 17);
        NeighborGraph graph = Graph(data, name, 12);
        for (int i = 0; i < data.Rows; i++)
        {
            (int Index, double Distance)[] expected = [.. Enumerable.Range(0, data.Rows).Where(j => j != i)
                .Select(j => (j, Definition(name, data.Row(i).ToArray(), data.Row(j).ToArray()))).OrderBy(other => other.Item2).ThenBy(other => other.j).Take(12)];
            Assert.Equal([.. expected.Select(other => (float)other.Distance)], graph.Distances(i).ToArray(), (a, b) => Math.Abs(a - b) <= 1e-5 * (a + 1e-3));
            if (name is not ("hamming" or "jaccard"))
            {
                Assert.Equal([.. expected.Select(other => other.Index)], graph.Neighbors(i).ToArray());
            }
        }
    }

    /// <summary>Whole numbers make distances exact, so ties are in the order of the index.</summary>
    [Theory, MemberData(nameof(ColumnWise))]
    public void Ties_are_broken_by_index(string name)
    {
        Matrix data = Clouds.Whole(200, 5, 3);
        NeighborGraph graph = Graph(data, name, 20);
        for (int i = 0; i < data.Rows; i++)
        {
            int[] expected = [.. Enumerable.Range(0, data.Rows).Where(j => j != i)
                .OrderBy(j => Math.Round(Definition(name, data.Row(i).ToArray(), data.Row(j).ToArray()), 9)).ThenBy(j => j).Take(20)];
            Assert.Equal(expected, graph.Neighbors(i).ToArray());
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Neighbours_follow_a_permutation_of_the_rows(string name)
    {
        Matrix data = Clouds.Normal(120, 9);
        int[] order = Clouds.Shuffle(120, 5);
        NeighborGraph graph = Graph(data, name, 8);
        NeighborGraph permuted = Graph(Clouds.Reorder(data, order), name, 8);
        for (int i = 0; i < 120; i++)
        {
            Assert.Equal(graph.Distances(order[i]).ToArray(), permuted.Distances(i).ToArray());
            if (name is not ("hamming" or "jaccard"))
            {
                Assert.Equal(graph.Neighbors(order[i]).ToArray(), permuted.Neighbors(i).ToArray().Select(j => order[j]).ToArray());
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void The_bits_do_not_depend_on_threads(string name)
    {
        Matrix data = Clouds.Normal(333, 21);
        NeighborGraph one = Graph(data, name, 15, threads: 1);
        foreach (int threads in new[] { 2, 8 })
        {
            NeighborGraph many = Graph(data, name, 15, threads);
            Assert.All(Enumerable.Range(0, 333), i =>
            {
                Assert.Equal(one.Neighbors(i).ToArray(), many.Neighbors(i).ToArray());
                Assert.Equal(one.Distances(i).ToArray(), many.Distances(i).ToArray());
            });
        }
    }

    [Theory, InlineData("cosine"), InlineData("correlation")]
    public void Directions_do_not_see_the_length_of_a_row(string name)
    {
        Matrix data = Clouds.Normal(80, 11);
        Matrix stretched = Matrix.Create(80, 11, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = data[i, d] * (1 << (i % 7));
            }
        });
        NeighborGraph graph = Graph(data, name, 10);
        NeighborGraph other = Graph(stretched, name, 10);
        Assert.All(Enumerable.Range(0, 80), i => Assert.Equal(graph.Neighbors(i).ToArray(), other.Neighbors(i).ToArray()));
    }

    /// <summary>A turn by 45 degrees in pairs of columns: Euclidean distances and cosines stay, Manhattan distances do not.</summary>
    [Fact]
    public void A_rotation_changes_what_it_must_and_nothing_else()
    {
        Matrix data = Clouds.Normal(90, 8);
        Matrix turned = Matrix.Create(90, 8, (i, row) =>
        {
            for (int d = 0; d < 8; d += 2)
            {
                row[d] = (float)((data[i, d] - data[i, d + 1]) / Math.Sqrt(2));
                row[d + 1] = (float)((data[i, d] + data[i, d + 1]) / Math.Sqrt(2));
            }
        });
        Assert.True(AreClose("euclidean"));
        Assert.True(AreClose("cosine"));
        Assert.False(AreClose("manhattan"));

        bool AreClose(string name) => Enumerable.Range(0, 90).All(i =>
            Graph(data, name, 5).Distances(i).ToArray().Zip(Graph(turned, name, 5).Distances(i).ToArray()).All(pair => Math.Abs(pair.First - pair.Second) < 1e-5));
    }

    [Fact]
    public void A_distance_of_ones_own_is_called_for_all_pairs()
    {
        Metric half = Metric.Create("half", (x, y) => BruteForce.Distance(x, y) / 2);
        Matrix data = Clouds.Normal(60, 4);
        NeighborGraph graph = Prepared(data, half).Graph(7, NeighborMethod.Auto, 2, default);
        NeighborGraph euclidean = NeighborGraph.Build(data, 7);
        Assert.All(Enumerable.Range(0, 60), i => Assert.Equal(euclidean.Neighbors(i).ToArray(), graph.Neighbors(i).ToArray()));
        Assert.Equal(euclidean.Distances(3)[2] / 2, graph.Distances(3)[2], 1e-6);
        Metric wrong = Metric.Create("wrong", (_, _) => double.NaN);
        Assert.Contains("wrong gave NaN", Assert.ThrowsAny<Exception>(() => Prepared(data, wrong).Graph(7, NeighborMethod.Auto, 1, default)).ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData("cosine"), InlineData("correlation")]
    public void Rows_without_a_direction_are_alike_and_far_from_all_others(string name)
    {
        Matrix data = Matrix.Create(6, 3, (i, row) => ((ReadOnlySpan<float>)(i < 2 ? [0, 0, 0] : [i, 1, 2 * (i % 2)])).CopyTo(row));
        NeighborGraph graph = Graph(data, name, 5);
        Assert.Equal(1, graph.Neighbors(0)[0]);
        Assert.Equal(0, graph.Distances(0)[0]);
        Assert.All(graph.Distances(0)[1..].ToArray(), r => Assert.Equal(Math.Sqrt(2), r, 1e-6));
        EmbeddingModel model = NeighborEmbedding.Fit(data, new() { Metric = Metric.Find(name)!, Schedule = [new(5)] });
        Assert.Contains(model.Warnings, warning => warning.Code == "D116" && warning.Message.StartsWith("2 of 6 rows", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void One_two_and_three_rows_and_equal_rows_have_a_map(string name)
    {
        foreach (int rows in new[] { 1, 2, 3, 5, 40 })
        {
            foreach (int levels in new[] { 1, 4 })
            {
                EmbeddingModel model = NeighborEmbedding.Fit(Clouds.Whole(rows, 3, levels), new() { Metric = Metric.Find(name)!, Schedule = [new(20)] });
                Assert.Equal(rows, model.Map.Rows);
                Assert.All(Enumerable.Range(0, rows), i => Assert.All(model.Map.Row(i).ToArray(), y => Assert.True(float.IsFinite(y))));
                Assert.Equal(name, model.ResolvedOptions.Metric.Name);
            }
        }
    }

    [Fact]
    public void Columns_are_not_mixed_under_a_metric_that_sees_them()
    {
        Matrix wide = Clouds.Normal(60, 200);
        EmbeddingOptions options = new() { Metric = Metric.Manhattan, Schedule = [new(5)] };
        Assert.Equal(0, NeighborEmbedding.Fit(wide, options).ResolvedOptions.PcaComponents.Value);
        Assert.Equal(50, NeighborEmbedding.Fit(wide, options with { Metric = Metric.Cosine }).ResolvedOptions.PcaComponents.Value);
        Assert.Contains("jaccard", Assert.Throws<ArgumentException>(() => NeighborEmbedding.Fit(wide, options with { Metric = Metric.Jaccard, PcaComponents = 5 })).Message, StringComparison.Ordinal);
    }

    private static NeighborGraph Graph(Matrix data, string name, int k, int threads = 2) => Prepared(data, Metric.Find(name)!).Graph(k, NeighborMethod.Auto, threads, default);

    private static RowSpace Prepared(Matrix data, Metric metric) =>
        ((EmbeddingInput)data).Prepare(new(new() { Metric = metric }, new(null), _ => { }, default)).Rows!;

    private static double Definition(string name, float[] x, float[] y)
    {
        double[] a = [.. x];
        double[] b = [.. y];
        IEnumerable<double> differences = a.Zip(b, (p, q) => Math.Abs(p - q));
        return name switch
        {
            "euclidean" => Math.Sqrt(differences.Sum(r => r * r)),
            "cosine" => Chord(a, b),
            "correlation" => Chord([.. a.Select(p => p - a.Average())], [.. b.Select(q => q - b.Average())]),
            "manhattan" => differences.Sum(),
            "chebyshev" => differences.Max(),
            "hamming" => differences.Average(r => r > 0 ? 1.0 : 0),
            _ => a.Zip(b).Any(pair => pair.First != 0 || pair.Second != 0)
                ? 1 - ((double)a.Zip(b).Count(pair => pair.First != 0 && pair.Second != 0) / a.Zip(b).Count(pair => pair.First != 0 || pair.Second != 0))
                : 0,
        };
    }

    private static double Chord(double[] a, double[] b)
    {
        double lengths = Math.Sqrt(a.Sum(p => p * p)) * Math.Sqrt(b.Sum(q => q * q));
        bool hasA = a.Any(p => Math.Abs(p) > 1e-12);
        bool hasB = b.Any(q => Math.Abs(q) > 1e-12);
        return hasA && hasB ? Math.Sqrt(Math.Max(0, 2 * (1 - (a.Zip(b, (p, q) => p * q).Sum() / lengths)))) : hasA == hasB ? 0 : Math.Sqrt(2);
    }
}
