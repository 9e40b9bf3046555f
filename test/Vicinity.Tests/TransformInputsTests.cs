using FsCheck;
using FsCheck.Fluent;

using Xunit;

namespace Vicinity.Tests;

/// <summary>New points in maps of every kind of input and every metric.</summary>
public sealed class TransformInputsTests
{
    private static readonly SparseMatrix Words = Counts(150, seed: 5);
    private static readonly SparseMatrix FreshWords = Counts(40, seed: 6);
    private static readonly EmbeddingOptions Quick = new() { Perplexity = 8, Schedule = [new(50) { Exaggeration = 8 }, new(120)] };

    public static TheoryData<string, bool, int> Cases
    {
        get
        {
            TheoryData<string, bool, int> cases = new() { { "euclidean", true, 5 }, { "cosine", true, 5 }, { "euclidean", false, 5 } };
            foreach (Metric metric in Metric.All)
            {
                cases.Add(metric.Name, true, 0);
                cases.Add(metric.Name, false, 0);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Rows_of_every_kind_have_their_place_for_themselves_here_and_out_of_a_file(string metric, bool isSparse, int components)
    {
        EmbeddingInput Of(SparseMatrix rows) => isSparse ? rows : rows.ToMatrix();
        EmbeddingModel model = NeighborEmbedding.Fit(Of(Words), Quick with { Metric = Metric.Find(metric)!, PcaComponents = components });
        EmbeddingModel back = TransformTests.Reloaded(model);
        Assert.Equal((true, Words.Columns), (back.CanTransform, back.InputColumns));
        Matrix itself = back.Transform(Of(Words), cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(Enumerable.Range(0, Words.Rows).Where(HasNoTwin), i => Assert.True(itself.Row(i).SequenceEqual(model.Map.Row(i)), $"row {i}"));

        PlacedRows whole = model.Place(Of(FreshWords), threads: 2, TestContext.Current.CancellationToken);
        whole.Map.ThrowIfNotFinite("placed");
        int[] batch = [17, 3, 3, 39, 0];
        PlacedRows part = back.Place(Of(FreshWords.Select(batch)), threads: 1, TestContext.Current.CancellationToken);
        Assert.All(Enumerable.Range(0, batch.Length), k => Assert.True(part.Map.Row(k).SequenceEqual(whole.Map.Row(batch[k]))));
        Assert.Equal(batch.Select(i => whole.Novelty[i]), part.Novelty);
        // The same rows in the other form: the same numbers for sparse models, to rounding for dense ones.
        Matrix other = model.Transform(isSparse ? FreshWords.ToMatrix() : FreshWords, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(Enumerable.Range(0, FreshWords.Rows), i => Assert.True(other.Row(i).SequenceEqual(whole.Map.Row(i))));
        if (metric != "chebyshev")      // the largest of few counts says little
        {
            int right = Enumerable.Range(0, FreshWords.Rows).Count(i => Nearest(model.Map, whole.Map.Row(i)) % 3 == i % 3);
            Assert.InRange(right, 34, 40);
        }
    }

    [Theory, MemberData(nameof(QualityInputsTests.Cases), MemberType = typeof(QualityInputsTests))]
    public void Nearest_rows_of_new_ones_are_those_of_the_definition(string metric, bool isSparse)
    {
        Metric how = Metric.Find(metric)!;
        TrainingData training = NeighborEmbedding.Fit(isSparse ? Words : Words.ToMatrix(), Quick with { Metric = how, PcaComponents = 0, Schedule = [new(1)] }).Training!;
        RowSpace fresh = training.Take(FreshWords, how, 1);
        NearestRows found = training.Points.Nearest(fresh, 12, 2, TestContext.Current.CancellationToken);
        (Matrix rows, Matrix queries) = (Words.ToMatrix(), FreshWords.ToMatrix());
        for (int i = 0; i < queries.Rows; i++)
        {
            double[] nearest = [.. Enumerable.Range(0, rows.Rows).Select(j => how.Distance(queries.Row(i), rows.Row(j))).Order().Take(12)];
            for (int k = 0; k < 12; k++)
            {
                Assert.Equal(nearest[k], found.Distances.Row(i)[k], 3e-4 * (1 + nearest[k]));
                Assert.Equal(nearest[k], how.Distance(queries.Row(i), rows.Row(found.Indices.Row(i)[k])), 3e-4 * (1 + nearest[k]));
            }
        }
    }

    [Fact]
    public void Sparse_rows_get_the_same_bits_in_any_batch()
    {
        EmbeddingModel model = NeighborEmbedding.Fit(Words, Quick with { Metric = Metric.Cosine, PcaComponents = 6 });
        PlacedRows whole = model.Place(FreshWords, threads: 2, TestContext.Current.CancellationToken);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            int[] batch = [.. new Random(seed).GetItems(Enumerable.Range(0, FreshWords.Rows).ToArray(), 1 + (Math.Abs(seed % 23)))];
            PlacedRows placed = model.Place(FreshWords.Select(batch), threads: 1);
            return batch.Select((i, k) => placed.Map.Row(k).SequenceEqual(whole.Map.Row(i)) && placed.Novelty[k].Equals(whole.Novelty[i])).All(same => same);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("tsne")]
    [InlineData("mmds")]
    public void New_points_of_a_map_of_distances_bring_their_distances(string method)
    {
        Matrix rows = TransformTests.Groups(90, seed: 8);
        Matrix fresh = TransformTests.Groups(30, seed: 9);
        EmbeddingOptions options = Quick with { Objective = MethodCatalog.Find(method)!.Create(), Schedule = method == "mmds" ? [new(100)] : Quick.Schedule };
        EmbeddingModel model = NeighborEmbedding.Fit(DistanceMatrix.FromSquare(Between(rows, rows)), options);
        EmbeddingModel back = TransformTests.Reloaded(model);
        Assert.Equal(90, back.InputColumns);
        Matrix itself = back.Transform(Between(rows, rows), cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(Enumerable.Range(0, 90), i => Assert.True(itself.Row(i).SequenceEqual(model.Map.Row(i))));
        PlacedRows placed = back.Place(Between(fresh, rows), cancellationToken: TestContext.Current.CancellationToken);
        Assert.InRange(Enumerable.Range(0, 30).Count(i => Nearest(model.Map, placed.Map.Row(i)) % 3 == i % 3), 27, 30);
        Assert.InRange(placed.Novelty.Max(), 0.5, 4);

        Assert.Contains("30 points, but the map has 90", Assert.Throws<ArgumentException>(() => back.Transform(Between(fresh, fresh))).Message, StringComparison.Ordinal);
        Matrix odd = Matrix.Create(2, 90, (i, row) => row.Fill(i == 1 ? -1 : 1));
        Assert.Contains("Row 1, column 0", Assert.Throws<ArgumentException>(() => back.Transform(odd)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => back.Transform(DistanceMatrix.FromSquare(Between(rows, rows))));
    }

    [Theory]
    [InlineData("mmds", false)]
    [InlineData("smmds", false)]
    [InlineData("sammon", false)]
    [InlineData("mmds", true)]
    public void A_new_point_stands_where_its_stress_is_least_around_it(string method, bool isSparse)
    {
        (Matrix rows, Matrix fresh) = (TransformTests.Groups(90, seed: 8), TransformTests.Groups(12, seed: 9));
        EmbeddingModel model = NeighborEmbedding.Fit(isSparse ? SparseMatrix.From(rows) : rows, new() { Objective = MethodCatalog.Find(method)!.Create(), Metric = Metric.Manhattan, Schedule = [new(100)] });
        Matrix placed = model.Transform(fresh, cancellationToken: TestContext.Current.CancellationToken);
        double Stress(int i, double x, double y) => Enumerable.Range(0, rows.Rows).Sum(j =>
        {
            double r = fresh.Row(i).ToArray().Zip(rows.Row(j).ToArray(), (a, b) => Math.Abs((double)a - b)).Sum();
            double d = Math.Sqrt(Math.Pow(x - model.Map[j, 0], 2) + Math.Pow(y - model.Map[j, 1], 2));
            return method == "smmds" ? Math.Pow((r * r) - (d * d), 2) : Math.Pow(r - d, 2) / (method == "sammon" ? r : 1);
        });
        for (int i = 0; i < fresh.Rows; i++)
        {
            double least = Stress(i, placed[i, 0], placed[i, 1]);
            Assert.All(Enumerable.Range(0, 8), k => Assert.True(Stress(i, placed[i, 0] + (0.3 * Math.Cos(k * Math.PI / 4)), placed[i, 1] + (0.3 * Math.Sin(k * Math.PI / 4))) > least));
        }
    }

    [Fact]
    public void A_metric_of_a_program_is_given_again_when_its_model_is_loaded()
    {
        Metric mine = Metric.Create("mine", (x, y) => Math.Abs((double)x[0] - y[0]) + Math.Abs((double)x[1] - y[1]));
        Matrix rows = TransformTests.Groups(90, seed: 8);
        EmbeddingModel model = NeighborEmbedding.Fit(rows, Quick with { Metric = mine });
        using MemoryStream file = new();
        model.Save(file, includeData: true);
        EmbeddingModel Load(Metric? metric) => EmbeddingModel.Load(new MemoryStream(file.ToArray()), "model", null, metric);
        EmbeddingModel without = Load(null);
        Assert.Equal(("mine", false), (without.ResolvedOptions.Metric.Name, without.CanTransform));
        Assert.Contains("mine", Assert.Throws<InvalidOperationException>(() => without.Transform(rows)).Message, StringComparison.Ordinal);
        Matrix fresh = TransformTests.Groups(9, seed: 9);
        Matrix expected = model.Transform(fresh, cancellationToken: TestContext.Current.CancellationToken);
        Matrix placed = Load(mine).Transform(fresh, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(Enumerable.Range(0, 9), i => Assert.True(placed.Row(i).SequenceEqual(expected.Row(i))));
        Assert.Contains("its metric is mine, but cosine", Assert.Throws<InvalidDataException>(() => Load(Metric.Cosine)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_without_anything_to_compare_by_say_so()
    {
        EmbeddingModel graph = NeighborEmbedding.Fit(NeighborGraph.Build(TransformTests.Groups(90, seed: 8), 24), Quick);
        Assert.False(graph.CanTransform);
        Assert.Contains("neighbours or affinities", Assert.Throws<InvalidOperationException>(() => graph.Transform(Words)).Message, StringComparison.Ordinal);
        EmbeddingModel words = NeighborEmbedding.Fit(Words, Quick);
        Assert.Contains("24 columns", Assert.Throws<ArgumentException>(() => words.Transform(Counts(3, seed: 1, columns: 24))).Message, StringComparison.Ordinal);
        Assert.Equal(0, words.Transform(FreshWords.Select([]), cancellationToken: TestContext.Current.CancellationToken).Rows);
    }

    [Fact]
    public void Sparse_rows_without_a_direction_are_named()
    {
        EmbeddingModel model = NeighborEmbedding.Fit(Words, Quick with { Metric = Metric.Cosine });
        SparseMatrix empty = SparseMatrix.Create(Words.Columns, [0, 1, 1], [3], [2f]);
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => model.Transform(empty)).Message, StringComparison.Ordinal);
    }

    /// <summary>Rows of small counts; a third of the columns is frequent in each group.</summary>
    internal static SparseMatrix Counts(int rows, int seed, int columns = 48)
    {
        Random random = new(seed);
        return SparseMatrix.From(Matrix.Create(rows, columns, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = random.NextDouble() < (d * 3 / row.Length == i % 3 ? 0.6 : 0.08) ? random.Next(1, 6) : 0;
            }

            row[i % 3] += 1;
        }));
    }

    private static bool HasNoTwin(int row) => Enumerable.Range(0, Words.Rows).All(j =>
        j == row || !(Words.RowColumns(j).SequenceEqual(Words.RowColumns(row)) && Words.RowValues(j).SequenceEqual(Words.RowValues(row))));

    private static Matrix Between(Matrix from, Matrix to) => Matrix.Create(from.Rows, to.Rows, (i, row) =>
    {
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = (float)Math.Sqrt(SquaredDistance.Of(from.Row(i), to.Row(j)));
        }
    });

    private static int Nearest(Matrix map, ReadOnlySpan<float> place)
    {
        int nearest = 0;
        for (int i = 0; i < map.Rows; i++)
        {
            nearest = SquaredDistance.Of(map.Row(i), place) < SquaredDistance.Of(map.Row(nearest), place) ? i : nearest;
        }

        return nearest;
    }
}
