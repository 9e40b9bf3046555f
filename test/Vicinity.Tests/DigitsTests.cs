using Vicinity.Cli;
using Xunit;

namespace Vicinity.Tests;

/// <summary>The embedded digits with the default options: what openTSNE 1.0.4 reaches with exact neighbours is 0.753 to 0.760.</summary>
public sealed class DigitsTests
{
    private const int Votes = 10;

    [Fact]
    public void The_default_map_is_as_good_as_it_is_said_to_be()
    {
        MapInput digits = SampleData.Digits();
        EmbeddingModel model = NeighborEmbedding.Fit(digits.Data);
        Assert.InRange(model.Loss, 0.70, 0.755);
        Assert.Equal(Loss(digits.Table!, model), model.Loss, 1e-5);
        Assert.InRange(LabelAccuracy(model.Map, digits.Labels!), 0.98, 1);
    }

    /// <summary>KL(P || Q) by its definition in double: sum p ln(p / q), q = w / S over all ordered pairs.</summary>
    private static double Loss(Matrix data, EmbeddingModel model)
    {
        NeighborGraph graph = NeighborGraph.Build(data, 90);
        Affinities affinities = Affinities.FromPerplexity(graph, model.ResolvedOptions.Perplexity.Value);
        double normalizer = Enumerable.Range(0, data.Rows).Sum(i => Enumerable.Range(0, data.Rows).Sum(j => i == j ? 0 : Weight(model.Map, i, j)));
        double loss = 0;
        for (int i = 0; i < data.Rows; i++)
        {
            for (int k = 0; k < affinities.Neighbors(i).Length; k++)
            {
                double p = affinities.Values(i)[k];
                loss += p * Math.Log(p * normalizer / Weight(model.Map, i, affinities.Neighbors(i)[k]));
            }
        }

        return loss;
    }

    private static double Weight(Matrix map, int i, int j) => 1 / (1 + SquaredDistance(map, i, j));

    /// <summary>Share of points whose ten nearest in the map vote for their own label.</summary>
    private static double LabelAccuracy(Matrix map, Labels labels) =>
        Enumerable.Range(0, map.Rows).Average(i => Vote(map, labels, i) == labels[i] ? 1.0 : 0.0);

    private static string Vote(Matrix map, Labels labels, int point) => Enumerable.Range(0, map.Rows)
        .Where(j => j != point)
        .OrderBy(j => SquaredDistance(map, point, j))
        .Take(Votes)
        .GroupBy(j => labels[j])
        .MaxBy(group => group.Count())!.Key;

    private static double SquaredDistance(Matrix map, int i, int j)
    {
        double dx = map[i, 0] - map[j, 0];
        double dy = map[i, 1] - map[j, 1];
        return (dx * dx) + (dy * dy);
    }
}
