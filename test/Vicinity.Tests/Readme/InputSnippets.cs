using Xunit;

namespace Vicinity.Tests;

/// <summary>The code of docs/guide/my-data-is-no-table.md.</summary>
public sealed class InputSnippets : IDisposable
{
    private readonly SampleFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_kind_of_input_has_a_map()
    {
        (string Name, ReadOnlyMemory<float> Vector)[] products = [.. Enumerable.Range(0, 40).Select(i => ($"{i}", (ReadOnlyMemory<float>)Clouds.Normal(40, 3).Row(i).ToArray()))];
        SparseMatrix counts = SparseMatrix.Read(folder.In("words.mtx"));
        Matrix square = Matrix.Read(folder.In("distances.csv"));

        EmbeddingModel words = NeighborEmbedding.Fit(counts, new() { Metric = Metric.Cosine });
        EmbeddingModel pairs = NeighborEmbedding.Fit(DistanceMatrix.FromSquare(square));
        EmbeddingModel things = NeighborEmbedding.Fit(products, product => product.Vector);

        Assert.Equal([150, 150, 40], new[] { words, pairs, things }.Select(model => model.Map.Rows));
    }

    [Fact]
    public void A_sweep_has_a_map_for_each_setting()
    {
        Matrix data = Clouds.Normal(150, 4);
        List<double> losses = [];
        EmbeddingOptions[] settings = [new() { Perplexity = 10 }, new() { Perplexity = 40 }, new() { Objective = Objective.HeavyTailed(0.5) }];
        foreach (EmbeddingModel model in NeighborEmbedding.Sweep(data, settings))
        {
            losses.Add(model.Loss);
        }

        Assert.Equal(3, losses.Distinct().Count());
    }
}
