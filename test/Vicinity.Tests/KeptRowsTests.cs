using Xunit;

namespace Vicinity.Tests;

public sealed class KeptRowsTests
{
    private static readonly EmbeddingOptions Short = new() { Perplexity = 8, Schedule = [new Phase(20)] };

    [Fact]
    public void Rows_that_no_model_needs_are_let_go_and_the_map_is_the_same()
    {
        Matrix data = Clouds.Normal(120, 4);
        DenseInput input = new(data) { IsForOneUse = true, IsKept = false };
        EmbeddingModel model = NeighborEmbedding.Fit(input, Short);
        Assert.Equal(0, input.Data.Rows);
        Assert.Equal(120, input.Count);
        Assert.False(model.CanTransform);
        EmbeddingModel kept = NeighborEmbedding.Fit(new DenseInput(data) { IsForOneUse = true }, Short);
        Assert.Equal(5, kept.Transform(Matrix.Create(5, 4, (i, row) => data.Row(i).CopyTo(row))).Rows);
        Assert.Equal(kept.Map.Row(33), model.Map.Row(33));
    }
}
