using Xunit;

namespace Vicinity.Tests;

/// <summary>Rows of more than one tile, whose columns stages count from the first one of the tile.</summary>
[Trait("Leg", "Simd")]
public sealed class TileTests
{
    private const int Count = Triangle.TileColumns + 37;

    [Theory]
    [InlineData("AB", "UMAP", Normalization.PointWise, 0)]
    [InlineData("reverse", "heavy i", Normalization.PointWise, 0)]
    [InlineData("cross-entropy", "nu i", Normalization.PairWise, 0)]
    [InlineData("JS", "Gaussian", Normalization.PointWise, 3)]
    public void Rows_of_several_tiles_agree(string cost, string kernel, Normalization normalization, int scales)
    {
        Objective objective = Mixtures.Of(cost, kernel, normalization);
        objective = objective with { AffinityForm = normalization == Normalization.PointWise ? AffinityForm.Row : AffinityForm.Joint };
        GradientInputs inputs = SampleInputs.Draw(objective, 3, Count, 6) with
        {
            Parameters = Mixtures.IsPerPoint(kernel) ? SampleInputs.Parameters(4, Count) : new(),
            Scales = ((double[])[0.25, 0.0625, 1.5])[..scales],
        };
        Coordinates positions = SampleInputs.Positions(Count, 2, 1.3);
        Coordinates gradient = Forces.Of(ExactGradient.Create(objective, inputs, 2, 2), positions);
        Assert.InRange(new GradientOracle(objective, inputs).Error(gradient, positions, 1), 1e-9, 2e-5);
    }

    [Fact]
    public void A_part_of_a_sparse_row_is_that_part_of_the_row()
    {
        Affinities affinities = SampleInputs.Draw(Mixtures.Of("KL", "t", Normalization.PointWise) with { AffinityForm = AffinityForm.Row }, 5, 90, 21).Affinities!;
        PairedAffinities values = new(affinities);
        (float[] there, float[] back) = (new float[90], new float[90]);
        int seen = 0;
        for (int i = 0; i < 90; i++)
        {
            values.Read(i, 0, 90, there, back);
            for (int first = 0; first < 90; first += 16)
            {
                int end = Math.Min(90, first + 32);
                (float[] someThere, float[] someBack) = (new float[end - first], new float[end - first]);
                values.Read(i, first, end, someThere, someBack);
                Assert.Equal(there[first..end], someThere);
                Assert.Equal(back[first..end], someBack);
            }

            ReadOnlySpan<int> columns = values.Columns(i);
            for (int k = 0; k < columns.Length; k++)
            {
                Assert.Equal((values.Forward(i)[k], values.Backward(i)[k]), (there[columns[k]], back[columns[k]]));
                seen += there[columns[k]] > 0 ? 1 : 0;
            }
        }

        Assert.Equal(affinities.EntryCount, seen);
    }
}
