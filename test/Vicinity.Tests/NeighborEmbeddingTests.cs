using Xunit;

namespace Vicinity.Tests;

public sealed class NeighborEmbeddingTests
{
    private static readonly EmbeddingOptions Short = new() { Schedule = [new(60) { Exaggeration = 12 }, new(60)] };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(20)]
    public void Any_number_of_points_gives_a_finite_map(int rows)
    {
        foreach (Objective objective in (Objective[])[Objective.TSne, Objective.Ssne, Objective.Asne, Objective.TAsne])
        {
            EmbeddingModel model = NeighborEmbedding.Fit(Blobs(rows, 4, 1, 0), Short with { Objective = objective });
            Assert.Equal((rows, 2), (model.Map.Rows, model.Map.Columns));
            Assert.True(double.IsFinite(model.Loss));
            model.Map.ThrowIfNotFinite("map");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Clusters_stay_apart_in_every_number_of_dimensions(int dimensions)
    {
        Matrix data = Blobs(120, 5, 3, 1);
        EmbeddingModel model = NeighborEmbedding.Fit(data, new() { Dimensions = dimensions, Perplexity = 10 });
        int kept = Enumerable.Range(0, 120).Count(i => Nearest(model.Map, i) % 3 == i % 3);
        Assert.True(kept >= 118, $"{kept} of 120 points have their nearest neighbour in their own cluster");
        Assert.True(model.Loss < 0.5 * model.NullLoss);
    }

    [Fact]
    public void The_map_does_not_depend_on_the_threads()
    {
        Matrix data = Blobs(150, 6, 3, 2);
        Matrix one = NeighborEmbedding.Fit(data, Short with { Threads = 1 }).Map;
        Assert.All((int[])[2, 8], threads => AssertSameBits(one, NeighborEmbedding.Fit(data, Short with { Threads = threads }).Map));
    }

    [Fact]
    public void The_seed_decides_a_random_start()
    {
        Matrix data = Blobs(50, 4, 2, 3);
        EmbeddingOptions random = Short with { Start = Start.Random, Seed = 5 };
        Matrix map = NeighborEmbedding.Fit(data, random).Map;
        AssertSameBits(map, NeighborEmbedding.Fit(data, random).Map);
        Assert.False(map.Row(0).SequenceEqual(NeighborEmbedding.Fit(data, random with { Seed = 6 }).Map.Row(0)));
    }

    [Fact]
    public void Inputs_are_never_changed_and_results_are_the_callers_own()
    {
        float[] values = [.. Enumerable.Range(0, 400).Select(i => (float)Math.Sin(i))];
        float[] start = [.. Enumerable.Range(0, 200).Select(i => (float)Math.Cos(i))];
        (float[] valuesBefore, float[] startBefore) = ([.. values], [.. start]);
        EmbeddingModel model = NeighborEmbedding.Fit(Matrix.Wrap(values, 100, 4), Short with { Start = Start.From(Matrix.Wrap(start, 100, 2)) });
        Assert.Equal(valuesBefore, values);
        Assert.Equal(startBefore, start);
        Assert.NotEqual(start[0], model.Map[0, 0]);
    }

    [Fact]
    public void A_given_start_is_not_rescaled()
    {
        Matrix start = Blobs(30, 2, 1, 4);
        EmbeddingModel model = NeighborEmbedding.Fit(Blobs(30, 4, 2, 5), new() { Start = Start.From(start), Schedule = [] });
        AssertSameBits(start, model.Map);
        Assert.Equal(0, model.Iterations);
    }

    [Fact]
    public void A_set_perplexity_that_cannot_work_is_refused_with_the_largest_that_can()
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => NeighborEmbedding.Fit(Blobs(100, 3, 1, 6), new() { Perplexity = 50 }));
        Assert.Contains("151", error.Message);
        Assert.Contains("100", error.Message);
        Assert.Contains("33", error.Message);
    }

    [Fact]
    public void A_default_perplexity_shrinks_and_says_so()
    {
        EmbeddingModel model = NeighborEmbedding.Fit(Blobs(40, 3, 1, 7), Short);
        Assert.Equal(13, model.ResolvedOptions.Perplexity.Value);
        Assert.Contains(model.Warnings, warning => warning.Code == "D107");
    }

    [Fact]
    public void Constant_columns_duplicates_and_equal_rows_are_reported_and_mapped()
    {
        Matrix duplicates = Matrix.Create(60, 3, (i, row) => { row[0] = i / 2; row[1] = i / 2 % 7; row[2] = 5; });
        EmbeddingModel model = NeighborEmbedding.Fit(duplicates, Short);
        Assert.Contains(model.Warnings, warning => warning.Code == "D102");
        Assert.Contains(model.Warnings, warning => warning.Code == "D103");
        EmbeddingModel equal = NeighborEmbedding.Fit(Matrix.Create(60, 3, (_, row) => row.Fill(1)), Short);
        equal.Map.ThrowIfNotFinite("map");
    }

    [Fact]
    public void Values_that_are_no_numbers_are_refused_by_row_and_column()
    {
        Matrix data = Matrix.Create(10, 3, (i, row) => row[2] = i == 4 ? float.NaN : i);
        Assert.Contains("Row 4, column 2", Assert.Throws<ArgumentException>(() => NeighborEmbedding.Fit(data)).Message);
    }

    [Fact]
    public void Nothing_automatic_is_left_in_the_resolved_options()
    {
        EmbeddingOptions resolved = NeighborEmbedding.Fit(Blobs(100, 3, 1, 8), Short).ResolvedOptions;
        Assert.False(resolved.Perplexity.IsAuto);
        Assert.False(resolved.Neighbors.IsAuto);
        Assert.All(resolved.Schedule, phase => Assert.False(phase.LearningRate.IsAuto));
        Assert.Equal(100.0 / 48, resolved.Schedule[0].LearningRate.Value);
        Assert.Equal(25, resolved.Schedule[1].LearningRate.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    public void Resolved_options_are_numbers_for_any_number_of_points_and_give_the_same_map_again(int rows)
    {
        Matrix data = Blobs(rows, 4, 2, 10);
        EmbeddingModel model = NeighborEmbedding.Fit(data, Short);
        Assert.False(model.ResolvedOptions.Perplexity.IsAuto || model.ResolvedOptions.Neighbors.IsAuto);
        Assert.Equal(Math.Max(0, Math.Min(rows - 1, 19)), model.ResolvedOptions.Neighbors.Resolve(rows, model.ResolvedOptions.Perplexity.Value));
        AssertSameBits(model.Map, NeighborEmbedding.Fit(data, model.ResolvedOptions).Map);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void Where_no_structure_is_possible_the_normalized_loss_is_1(int rows) =>
        Assert.Equal(1, NeighborEmbedding.Fit(Blobs(rows, 4, 1, 0), Short).NormalizedLoss);

    [Fact]
    public void A_null_in_the_options_is_refused_by_its_name()
    {
        Assert.Contains("Objective is null", Refused(new() { Objective = null! }));
        Assert.Contains("Start is null", Refused(new() { Start = null! }));
        Assert.Contains("Schedule is null", Refused(new() { Schedule = null! }));
        Assert.Contains("Schedule is null or holds a null", Refused(new() { Schedule = [new(1), null!] }));

        static string Refused(EmbeddingOptions options) =>
            Assert.Throws<ArgumentNullException>(() => NeighborEmbedding.Fit(Blobs(10, 2, 1, 0), options)).Message;
    }

    [Fact]
    public void Duplicates_are_found_in_the_data_not_in_its_principal_components()
    {
        Matrix blob = Blobs(500, 5, 1, 11);
        Matrix flat = Matrix.Create(500, 5, (i, row) => { blob.Row(i)[..2].CopyTo(row); row[0] = row[1] = 100 * (i / 2); row[4] = 1e-30f * i; });
        Assert.DoesNotContain(NeighborEmbedding.Fit(flat, Short with { PcaComponents = 1 }).Warnings, warning => warning.Code == "D102");
        Matrix pair = Matrix.Create(500, 5, (i, row) => blob.Row(Math.Max(i, 1)).CopyTo(row));
        FitWarning found = Assert.Single(NeighborEmbedding.Fit(pair, Short with { PcaComponents = 2 }).Warnings, warning => warning.Code == "D102");
        Assert.StartsWith("2 of 500 rows", found.Message);
    }

    [Fact]
    public void Progress_names_the_stages_and_ends_with_the_loss()
    {
        List<FitProgress> seen = [];
        EmbeddingModel model = NeighborEmbedding.Fit(Blobs(50, 3, 1, 9), Short, new Recorder(seen));
        Assert.Equal(["neighbors", "affinities", "start", "optimize"], seen.Select(value => value.Stage).Distinct());
        Assert.Equal((120, 120, model.Loss), (seen[^1].Iteration, seen[^1].Iterations, seen[^1].Loss));
    }

    private static int Nearest(Matrix map, int point) => Enumerable.Range(0, map.Rows).Where(j => j != point).MinBy(j => SquaredDistance(map.Row(point), map.Row(j)));

    private static double SquaredDistance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = 0;
        for (int d = 0; d < a.Length; d++)
        {
            sum += (a[d] - b[d]) * (double)(a[d] - b[d]);
        }

        return sum;
    }

    private static void AssertSameBits(Matrix expected, Matrix actual) =>
        Assert.All(Enumerable.Range(0, expected.Rows), i => Assert.True(expected.Row(i).SequenceEqual(actual.Row(i)), $"row {i} differs"));

    /// <summary>Normal clouds around distant centres; point i belongs to cloud i mod clusters.</summary>
    private static Matrix Blobs(int rows, int columns, int clusters, int seed)
    {
        SeededRandom random = new(seed);
        return Matrix.Create(rows, columns, (i, row) =>
        {
            for (int d = 0; d < columns; d++)
            {
                row[d] = (float)((20 * (i % clusters) * (d % 2)) + random.NextNormal());
            }
        });
    }

    private sealed class Recorder(List<FitProgress> seen) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => seen.Add(value);
    }
}
