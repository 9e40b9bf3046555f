using Xunit;

namespace Vicinity.Tests;

/// <summary>Maps that are not moved: their cost of distances is told from a sample where there are many points, in linear time.</summary>
public sealed class SampledLossTests
{
    private static readonly EmbeddingOptions Told = new() { Objective = Objective.MetricMds, Schedule = [] };

    [Fact]
    public void It_is_the_cost_of_all_pairs_within_a_few_hundredths_and_says_so()
    {
        Matrix data = Clouds.Normal(6000, 5);
        EmbeddingModel model = NeighborEmbedding.Fit(data, Told);
        (double stress, double squares) = Sums(data, model.Map);
        Assert.InRange(model.Loss / stress, 0.96, 1.04);
        Assert.InRange(model.NullLoss / squares, 0.96, 1.04);
        FitWarning told = Assert.Single(model.Warnings, warning => warning.Code == "D207");
        Assert.Equal(Severity.Note, told.Severity);
        Assert.Equal(Start.PcaRaw.Build(data, 2).Row(17), model.Map.Row(17));
    }

    [Fact]
    public void Few_points_and_runs_with_iterations_have_all_pairs()
    {
        Matrix few = Clouds.Normal(300, 5);
        EmbeddingModel model = NeighborEmbedding.Fit(few, Told);
        Assert.Equal(Sums(few, model.Map).Stress, model.Loss, 1e-4 * model.Loss);
        Assert.DoesNotContain(model.Warnings, warning => warning.Code == "D207");
    }

    [Fact]
    public void More_points_than_pairs_have_room_for_are_accepted_and_never_moved()
    {
        PreparedEmbedding prepared = NeighborEmbedding.Prepare(Clouds.Normal(PairMatrix.MostPoints + 1, 3), Told);
        Assert.True(prepared.Run.Loss > 0);
        Assert.Contains("schedule", Assert.Throws<InvalidOperationException>(() => prepared.Run.Advance(new(1))).Message, StringComparison.Ordinal);
    }

    private static (double Stress, double Squares) Sums(Matrix data, Matrix map)
    {
        double stress = 0;
        double squares = 0;
        for (int i = 0; i < data.Rows; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double r = Math.Sqrt(SquaredDistance.Of(data.Row(i), data.Row(j)));
                double d = Math.Sqrt(SquaredDistance.Of(map.Row(i), map.Row(j)));
                stress += 2 * (r - d) * (r - d);
                squares += 2 * r * r;
            }
        }

        return (stress, squares);
    }
}
