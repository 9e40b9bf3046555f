using FsCheck;
using FsCheck.Fluent;

using Xunit;

namespace Vicinity.Tests;

/// <summary>New rows in a finished map: each for itself, and the map stays.</summary>
public sealed class TransformTests
{
    private static readonly Matrix Rows = Groups(240, seed: 1);
    private static readonly Matrix Fresh = Groups(60, seed: 2);
    private static readonly EmbeddingOptions Quick = new() { Perplexity = 10, Schedule = [new(60) { Exaggeration = 12 }, new(190)] };
    private static readonly EmbeddingModel Fitted = NeighborEmbedding.Fit(Rows, Quick);

    public static TheoryData<string> Methods => [.. MethodCatalog.All.Select(method => method.Name)];

    [Fact]
    public void A_row_gets_the_same_bits_in_any_batch_and_order()
    {
        PlacedRows whole = Fitted.Place(Fresh, threads: 2, TestContext.Current.CancellationToken);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            int[] batch = [.. new Random(seed).GetItems(Enumerable.Range(0, Fresh.Rows).ToArray(), 1 + (Math.Abs(seed % 37)))];
            PlacedRows placed = Fitted.Place(Fresh.Select(batch), threads: 1);
            return batch.Select((i, k) => placed.Map.Row(k).SequenceEqual(whole.Map.Row(i)) && placed.Novelty[k].Equals(whole.Novelty[i])).All(same => same);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_map_stays_as_it_is()
    {
        float[] before = [.. Enumerable.Range(0, Rows.Rows).SelectMany(i => Fitted.Map.Row(i).ToArray())];
        Fitted.Transform(Fresh, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(before, Enumerable.Range(0, Rows.Rows).SelectMany(i => Fitted.Map.Row(i).ToArray()));
    }

    [Fact]
    public void Training_rows_land_on_themselves_and_rows_beside_them_near()
    {
        Matrix back = Fitted.Transform(Rows, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(Enumerable.Range(0, Rows.Rows), i => Assert.True(back.Row(i).SequenceEqual(Fitted.Map.Row(i))));
        Matrix beside = Fitted.Transform(Matrix.Create(Rows.Rows, Rows.Columns, (i, row) =>
        {
            Rows.Row(i).CopyTo(row);
            row[0] += 1e-3f;
        }), cancellationToken: TestContext.Current.CancellationToken);
        double[] moved = [.. Enumerable.Range(0, Rows.Rows).Select(i => Distance(beside.Row(i), Fitted.Map.Row(i))).Order()];
        Assert.InRange(moved[Rows.Rows / 2], 0, 0.1 * Span(Fitted.Map));
    }

    [Theory, MemberData(nameof(Methods))]
    public void Every_method_places_new_rows_in_the_group_that_they_belong_to(string method)
    {
        Objective objective = MethodCatalog.Find(method)!.Create();
        EmbeddingModel model = NeighborEmbedding.Fit(Rows, Quick with
        {
            Objective = objective,
            Perplexity = objective.OutputPrecision == OutputPrecision.Scale ? Perplexity.Auto : 10,
            Schedule = !MethodCatalog.Find(method)!.IsOptimized ? [] : objective.Input == ObjectiveInput.Affinities ? Quick.Schedule : [new(100)],
        });
        Matrix placed = model.Transform(Fresh, cancellationToken: TestContext.Current.CancellationToken);
        placed.ThrowIfNotFinite("placed");
        int right = Enumerable.Range(0, Fresh.Rows).Count(i => Nearest(model.Map, placed.Row(i)) % 3 == i % 3);
        int own = Enumerable.Range(0, Rows.Rows).Count(i => Nearest(model.Map, model.Map.Row(i), i) % 3 == i % 3);
        // LargeVis, whose attraction is weak, mixes the groups itself in so few iterations.
        Assert.True(right >= (0.8 * Fresh.Rows * own / Rows.Rows) - 1, $"{right} of {Fresh.Rows} new, {own} of {Rows.Rows} own");
    }

    [Fact]
    public void Far_rows_are_novel_and_others_are_not()
    {
        PlacedRows near = Fitted.Place(Fresh, cancellationToken: TestContext.Current.CancellationToken);
        PlacedRows far = Fitted.Place(Matrix.Create(5, Rows.Columns, (i, row) => row.Fill(100 * (i + 1))), cancellationToken: TestContext.Current.CancellationToken);
        Assert.InRange(near.Novelty.Order().ElementAt(30), 0.5, 1.6);
        Assert.InRange(near.Novelty.Max(), 0.5, 3);
        Assert.All(far.Novelty, value => Assert.InRange(value, 10, 1e6));
    }

    [Theory]
    [InlineData(InputScaling.Standard, 0)]
    [InlineData(InputScaling.PcaWhiten, 0)]
    [InlineData(InputScaling.Zca, 0)]
    [InlineData(InputScaling.None, 3)]
    [InlineData(InputScaling.Range, 3)]
    public void The_steps_of_the_fit_are_those_of_new_rows(InputScaling scaling, int components)
    {
        EmbeddingModel model = NeighborEmbedding.Fit(Rows, Quick with { Scaling = scaling, PcaComponents = components });
        Matrix back = Reloaded(model).Transform(Rows, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(Enumerable.Range(0, Rows.Rows), i => Assert.True(back.Row(i).SequenceEqual(model.Map.Row(i))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Tiny_models_place_rows(int count)
    {
        EmbeddingModel model = NeighborEmbedding.Fit(Matrix.Create(count, 2, (i, row) => row[0] = i), new() { Schedule = [new(20)] });
        model.Transform(Matrix.Create(3, 2, (i, row) => row[1] = i + 1), cancellationToken: TestContext.Current.CancellationToken).ThrowIfNotFinite("placed");
    }

    [Theory]
    [InlineData("cosine", 0)]
    [InlineData("cosine", 3)]
    [InlineData("correlation", 0)]
    [InlineData("manhattan", 0)]
    [InlineData("chebyshev", 0)]
    [InlineData("hamming", 0)]
    public void New_rows_are_compared_by_the_metric_of_the_fit_also_out_of_a_file(string name, int components)
    {
        Metric metric = Metric.Find(name)!;
        EmbeddingModel model = NeighborEmbedding.Fit(Rows, Quick with { Metric = metric, PcaComponents = components });
        using MemoryStream file = new();
        model.Save(file, includeData: true);
        EmbeddingModel back = EmbeddingModel.Load(new MemoryStream(file.ToArray()), "model");
        Assert.Equal(metric, back.ResolvedOptions.Metric);
        Assert.All([model, back], own => AssertSame(model.Map, own.Transform(Rows, cancellationToken: TestContext.Current.CancellationToken)));
        AssertSame(model.Transform(Fresh, 1, TestContext.Current.CancellationToken), back.Transform(Fresh, 2, TestContext.Current.CancellationToken));
        if (name is "cosine" or "correlation")
        {
            Matrix zeros = Matrix.Create(Rows.Rows, Rows.Columns, (_, row) => row.Clear());
            Matrix twice = Matrix.Create(Rows.Rows, Rows.Columns, (i, row) => Scale(Rows.Row(i), 2, row));
            AssertSame(model.Map, back.Transform(twice, cancellationToken: TestContext.Current.CancellationToken));
            Assert.Contains("Row 0", Assert.Throws<ArgumentException>(() => back.Transform(zeros)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rows_without_a_direction_find_their_like()
    {
        Matrix some = Matrix.Create(Rows.Rows, Rows.Columns, (i, row) => Scale(Rows.Row(i), i < 4 ? 0 : 1, row));
        EmbeddingModel model = NeighborEmbedding.Fit(some, Quick with { Metric = Metric.Cosine });
        Matrix placed = model.Transform(some, cancellationToken: TestContext.Current.CancellationToken);
        AssertSame(model.Map.Select([.. Enumerable.Range(4, 50)]), placed.Select([.. Enumerable.Range(4, 50)]));
        Assert.True(placed.Row(0).SequenceEqual(placed.Row(3)));
    }

    [Fact]
    public void Rows_of_other_columns_or_without_numbers_are_refused()
    {
        Assert.Contains("3 columns", Assert.Throws<ArgumentException>(() => Fitted.Transform(Matrix.Create(1, 3, (_, _) => { }))).Message, StringComparison.Ordinal);
        Assert.Contains("Row 0", Assert.Throws<ArgumentException>(() => Fitted.Transform(Matrix.Create(1, 5, (_, row) => row[2] = float.NaN))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Fitted.WithoutData().Transform(Fresh));
    }

    internal static Matrix Groups(int rows, int seed)
    {
        Random random = new(seed);
        return Matrix.Create(rows, 5, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = (float)((d == i % 3 ? 8 : 0) + Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
            }
        });
    }

    internal static EmbeddingModel Reloaded(EmbeddingModel model)
    {
        using MemoryStream stream = new();
        model.Save(stream, includeData: true);
        stream.Position = 0;
        return EmbeddingModel.Load(stream, "model");
    }

    private static int Nearest(Matrix map, ReadOnlySpan<float> place, int except = -1)
    {
        int nearest = except == 0 ? 1 : 0;
        for (int i = 0; i < map.Rows; i++)
        {
            nearest = i != except && Distance(map.Row(i), place) < Distance(map.Row(nearest), place) ? i : nearest;
        }

        return nearest;
    }

    private static double Distance(ReadOnlySpan<float> x, ReadOnlySpan<float> y) => Math.Sqrt(SquaredDistance.Of(x, y));

    private static double Span(Matrix map) => Enumerable.Range(0, map.Rows).Max(i => (double)map[i, 0]) - Enumerable.Range(0, map.Rows).Min(i => (double)map[i, 0]);

    private static void Scale(ReadOnlySpan<float> from, float factor, Span<float> to)
    {
        for (int d = 0; d < to.Length; d++)
        {
            to[d] = factor * from[d];
        }
    }

    private static void AssertSame(Matrix expected, Matrix actual) =>
        Assert.All(Enumerable.Range(0, expected.Rows), i => Assert.True(expected.Row(i).SequenceEqual(actual.Row(i))));
}
