using Microsoft.Extensions.AI;
using Xunit;

namespace Vicinity.Tests;

/// <summary>A map does not care in which form its input comes.</summary>
public sealed class EmbeddingInputTests
{
    private static readonly EmbeddingOptions Short = new() { Start = Start.Random, Schedule = [new(30) { Exaggeration = 4 }, new(30)], Perplexity = 10 };

    private readonly Matrix data = Clouds.Normal(100, 6);

    [Fact]
    public void Distances_give_the_map_of_the_data()
    {
        Matrix square = Matrix.Create(100, 100, (i, row) =>
        {
            for (int j = 0; j < 100; j++)
            {
                row[j] = (float)BruteForce.Distance(data.Row(i), data.Row(j));
            }
        });
        float[] pairs = [.. Enumerable.Range(0, 100).SelectMany(i => Enumerable.Range(i + 1, 99 - i).Select(j => square[i, j]))];
        EmbeddingModel expected = NeighborEmbedding.Fit(data, Short);
        AssertSame(expected, NeighborEmbedding.Fit(DistanceMatrix.FromSquare(square), Short));
        AssertSame(expected, NeighborEmbedding.Fit(DistanceMatrix.FromCondensed(pairs), Short));
    }

    [Fact]
    public void Neighbours_give_the_map_of_the_data_and_stay_as_they_are()
    {
        NeighborGraph graph = NeighborGraph.Build(data, 40);
        float[] before = graph.Distances(5).ToArray();
        AssertSame(NeighborEmbedding.Fit(data, Short), NeighborEmbedding.Fit(graph, Short));
        NeighborGraph exact = NeighborGraph.Build(data, 30);
        AssertSame(NeighborEmbedding.Fit(data, Short), NeighborEmbedding.Fit(exact, Short));
        Assert.Equal(before, graph.Distances(5).ToArray());
        AssertSame(NeighborEmbedding.Fit(data, Short), NeighborEmbedding.Fit(graph, Short));
    }

    [Fact]
    public void Neighbours_in_any_order_with_the_point_itself_are_the_same_graph()
    {
        NeighborGraph graph = NeighborGraph.Build(data, 9);
        int[] indices = new int[100 * 10];
        Matrix distances = Matrix.Create(100, 10, (i, row) =>
        {
            int[] own = [.. graph.Neighbors(i).ToArray().Reverse(), i];
            own.CopyTo(indices, 10 * i);
            float[] lengths = [.. graph.Distances(i).ToArray().Reverse(), 0];
            lengths.CopyTo(row);
        });
        NeighborGraph given = NeighborGraph.From(indices, distances);
        Assert.Equal(9, given.NeighborsPerPoint);
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(graph.Neighbors(i).ToArray(), given.Neighbors(i).ToArray()));
    }

    [Fact]
    public void Affinities_give_the_map_of_the_data()
    {
        Affinities affinities = Affinities.FromPerplexity(NeighborGraph.Build(data, 30), 10);
        EmbeddingOptions options = Short with { Perplexity = Perplexity.Auto };
        AssertSame(NeighborEmbedding.Fit(data, Short), NeighborEmbedding.Fit(affinities, options));
        SparseMatrix entries = SparseMatrix.Create(
            100,
            [.. Enumerable.Range(0, 101).Select(end => (long)Enumerable.Range(0, end).Sum(i => affinities.Neighbors(i).Length))],
            [.. Enumerable.Range(0, 100).SelectMany(i => affinities.Neighbors(i).ToArray())],
            [.. Enumerable.Range(0, 100).SelectMany(i => affinities.Values(i).ToArray())]);
        Affinities given = Affinities.From(entries);
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(affinities.Values(i).ToArray(), given.Values(i).ToArray(), (a, b) => Math.Abs(a - b) <= 1e-6 * a));
        Assert.Contains("Perplexity", Assert.ThrowsAny<ArgumentException>(() => NeighborEmbedding.Fit(given, Short)).Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Forms_of_given_affinities_keep_their_sums()
    {
        SparseMatrix weights = SparseMatrix.Create(3, [0, 1, 3, 4], [1, 0, 2, 0], [2, 1, 4, 3]);
        Assert.Equal(1, Total(AffinityForm.Joint), 1e-6);
        Assert.Equal(1, Total(AffinityForm.Conditional), 1e-6);
        Assert.Equal(3, Total(AffinityForm.Row), 1e-6);
        Assert.Equal(3, Total(AffinityForm.RowSymmetricRow), 1e-6);
        Assert.Equal(10, Total(AffinityForm.Raw), 1e-6);
        Assert.Equal(10, Total(AffinityForm.Mean), 1e-6);
        Assert.Equal([1.5f, 1.5f], Affinities.From(weights, AffinityForm.Mean).Values(0).ToArray());

        double Total(AffinityForm form) => Enumerable.Range(0, 3).Sum(i => Affinities.From(weights, form).Values(i).ToArray().Sum(value => (double)value));
    }

    [Fact]
    public void Things_are_mapped_by_a_vector_of_each()
    {
        (string Name, float[] Vector)[] things = [.. Enumerable.Range(0, 100).Select(i => ($"thing {i}", data.Row(i).ToArray()))];
        AssertSame(NeighborEmbedding.Fit(data, Short), NeighborEmbedding.Fit(things, thing => thing.Vector, Short));
        things[4].Vector = [1, 2];
        Assert.Contains("Item 4 has 2 values", Assert.Throws<ArgumentException>(() => NeighborEmbedding.Fit(things, thing => thing.Vector)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vectors_of_an_embedding_model_are_mapped_as_they_are()
    {
        GeneratedEmbeddings<Embedding<float>> vectors = [.. Enumerable.Range(0, 100).Select(i => new Embedding<float>(data.Row(i).ToArray()))];
        AssertSame(NeighborEmbedding.Fit(data, Short), NeighborEmbedding.Fit(vectors, vector => vector.Vector, Short));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Few_points_have_a_map_in_every_form(int count)
    {
        Matrix few = Clouds.Normal(count, 3);
        DistanceMatrix distances = DistanceMatrix.FromSquare(Matrix.Create(count, count, (i, row) =>
        {
            for (int j = 0; j < count; j++)
            {
                row[j] = (float)BruteForce.Distance(few.Row(i), few.Row(j));
            }
        }));
        EmbeddingInput[] inputs = [few, SparseMatrix.From(few), distances, NeighborGraph.Build(few, 2)];
        Assert.All(inputs, input =>
        {
            EmbeddingModel model = NeighborEmbedding.Fit(input, new() { Schedule = [new(20)] });
            Assert.Equal(count, model.Map.Rows);
            Assert.All(Enumerable.Range(0, count), i => Assert.All(model.Map.Row(i).ToArray(), y => Assert.True(float.IsFinite(y))));
        });
    }

    [Fact]
    public void A_graph_in_pieces_is_told_of_and_started_at_random()
    {
        Matrix apart = Matrix.Create(60, 2, (i, row) => ((ReadOnlySpan<float>)[(1000 * (i % 3)) + (i * 0.37f % 1), i * 0.71f % 1]).CopyTo(row));
        EmbeddingOptions options = new() { Perplexity = 5, Schedule = [new(20)] };
        Assert.Contains(NeighborEmbedding.Fit(apart, options).Warnings, warning => warning.Code == "D111" && warning.Message.Contains("3 pieces", StringComparison.Ordinal));
        EmbeddingModel model = NeighborEmbedding.Fit(NeighborGraph.Build(apart, 15), options);
        Assert.Equal("random", model.ResolvedOptions.Start.Name);
        Assert.Single(model.Warnings, warning => warning.Code == "D111");
        Assert.Equal("spectral", NeighborEmbedding.Fit(NeighborGraph.Build(Clouds.Whole(100, 3, 50), 15), options).ResolvedOptions.Start.Name);
    }

    [Fact]
    public void Too_few_neighbours_for_a_perplexity_are_told_of_or_refused()
    {
        NeighborGraph graph = NeighborGraph.Build(data, 12);
        EmbeddingOptions options = new() { Schedule = [new(2)] };
        Assert.Contains(NeighborEmbedding.Fit(graph, options with { Perplexity = 8 }).Warnings, warning => warning.Code == "D107");
        Assert.Equal(4, NeighborEmbedding.Fit(graph, options).ResolvedOptions.Perplexity.Value, 9);
        Assert.Throws<ArgumentException>(() => NeighborEmbedding.Fit(graph, options with { Perplexity = 20 }));
        Assert.Contains("at most 12", Assert.Throws<ArgumentException>(() => NeighborEmbedding.Fit(graph, options with { Neighbors = 20 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_columns_cannot_be_scaled()
    {
        DistanceMatrix distances = DistanceMatrix.FromCondensed(new float[] { 1, 2, 3 });
        EmbeddingOptions[] impossible = [new() { Scaling = InputScaling.Standard }, new() { PcaComponents = 2 }, new() { Metric = Metric.Cosine }];
        Assert.All(impossible, options => Assert.Contains("no columns", Assert.Throws<ArgumentException>(() => NeighborEmbedding.Fit(distances, options)).Message, StringComparison.Ordinal));
        Assert.Contains("start pca", Assert.Throws<ArgumentException>(() => NeighborEmbedding.Fit(distances, new() { Start = Start.Pca })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,1,2,0", "Row 0, column 1")]
    [InlineData("0,-1,-1,0", "Row 0, column 1")]
    [InlineData("0,1,1,3", "Row 1, column 1")]
    public void What_is_no_distance_is_named(string values, string place)
    {
        Matrix square = Matrix.Wrap(values.Split(',').Select(float.Parse).ToArray(), 2, 2);
        Assert.Contains(place, Assert.Throws<ArgumentException>(() => DistanceMatrix.FromSquare(square)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_given_tables_are_named()
    {
        Assert.Contains("3 points have 3", Assert.Throws<ArgumentException>(() => DistanceMatrix.FromCondensed(new float[4])).Message, StringComparison.Ordinal);
        Matrix distances = Matrix.Wrap(new float[] { 1, 1, 1 }, 3, 1);
        Assert.Contains("row 1, column 0", Assert.Throws<ArgumentException>(() => NeighborGraph.From([1, 3, 0], distances)).Message, StringComparison.Ordinal);
        Assert.Contains("Row 0, column 0", Assert.Throws<ArgumentException>(() => Affinities.From(SparseMatrix.Create(2, [0, 1, 1], [0], [1]))).Message, StringComparison.Ordinal);
        Assert.Contains("Row 1, column 5", Assert.Throws<ArgumentException>(() => SparseMatrix.Create(3, [0, 0, 1], [5], [1])).Message, StringComparison.Ordinal);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => SparseMatrix.Create(3, [0, 2], [1, 1], [1, 2])).Message, StringComparison.Ordinal);
    }

    internal static void AssertSame(EmbeddingModel expected, EmbeddingModel actual) => Assert.All(
        Enumerable.Range(0, expected.Map.Rows), i => Assert.Equal(expected.Map.Row(i).ToArray(), actual.Map.Row(i).ToArray()));
}
