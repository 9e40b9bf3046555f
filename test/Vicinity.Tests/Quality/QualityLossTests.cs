using Xunit;

namespace Vicinity.Tests;

/// <summary>The loss of a map is that of the fit that made it, and its shares are those of the definition.</summary>
public sealed class QualityLossTests
{
    [Theory]
    [InlineData("tsne")]
    [InlineData("nerv")]
    [InlineData("umap")]
    [InlineData("mmds")]
    public void The_loss_is_that_of_the_fit(string method)
    {
        Matrix data = Clouds.Normal(80, 5);
        Objective objective = MethodCatalog.Find(method)!.Create();
        EmbeddingModel model = NeighborEmbedding.Fit(data, new() { Objective = objective, Perplexity = 9, Schedule = [new(60)], Gradient = GradientMethod.Exact });
        LossQuality loss = Quality.Assess(data, model.Map, new() { Objective = objective, Perplexity = 9 }).Loss!;
        Assert.Equal(model.Loss, loss.Loss, 1e-12 * Math.Abs(model.Loss));
        Assert.Equal(model.NullLoss, loss.NullLoss, 1e-12);
        Assert.Equal(model.NormalizedLoss, loss.NormalizedLoss, 1e-12);
        Assert.Equal(method == "tsne", loss.PerplexityCriterion is not null);
    }

    [Fact]
    public void Shares_of_the_loss_and_the_criterion_follow_their_definitions()
    {
        Matrix data = Clouds.Normal(50, 4);
        Matrix map = Clouds.Normal(50, 2, seed: 5);
        QualityReport report = Quality.Assess(data, map, new() { Objective = Objective.TSne, Perplexity = 6 });
        Affinities p = Affinities.FromPerplexity(NeighborGraph.Build(data, 18), 6);
        (int I, int J)[] pairs = QualityOracle.Pairs(50);
        double W(int i, int j) => 1 / (1 + Math.Pow(BruteForce.Distance(map.Row(i), map.Row(j)), 2));
        double sum = pairs.Sum(pair => W(pair.I, pair.J));
        double[] shares = new double[50];
        for (int i = 0; i < 50; i++)
        {
            for (int k = 0; k < p.Neighbors(i).Length; k++)
            {
                double value = p.Values(i)[k];
                shares[i] += value * Math.Log(value * sum / W(i, p.Neighbors(i)[k]));      // P and Q are symmetric: row = column
            }
        }

        Assert.Equal(shares.Sum(), report.Loss!.Loss, 1e-5);
        Assert.Equal(shares, report.Points.Select(point => point.Loss!.Value), (expected, actual) => Math.Abs(expected - actual) < 1e-6);
        Assert.Equal(6, report.Loss.Perplexity);
        Assert.Equal((2 * shares.Sum()) + (6.0 / 50 * Math.Log(50)), report.Loss.PerplexityCriterion!.Value, 2e-5);
    }

    [Fact]
    public void A_learned_kernel_is_refused() =>
        Assert.Contains("learned", Assert.Throws<ArgumentException>("objective", () => Quality.Assess(Clouds.Normal(30, 3), Clouds.Normal(30, 2), new()
        {
            Objective = MethodCatalog.Find("dhssne")!.Create(),
        })).Message, StringComparison.Ordinal);
}
