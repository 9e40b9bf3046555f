using Xunit;

namespace Vicinity.Tests;

/// <summary>What holds for every optimiser, in whole runs.</summary>
public sealed class OptimizerTests
{
    private static readonly Matrix Data = Sample();

    public static TheoryData<Optimizer> All => [.. Enum.GetValues<Optimizer>().Where(optimizer => optimizer != Optimizer.Auto)];

    [Theory]
    [MemberData(nameof(All))]
    public void Clusters_are_found_in_every_number_of_dimensions_with_the_same_bits_on_any_threads(Optimizer optimizer)
    {
        foreach (int dimensions in (int[])[1, 2, 3])
        {
            EmbeddingModel[] models = [.. new[] { 1, 2, 8 }.Select(threads => NeighborEmbedding.Fit(Data, new()
            {
                Optimizer = optimizer,
                Dimensions = dimensions,
                Perplexity = 8,
                Threads = threads,
                Schedule = [new(60) { Exaggeration = 4 }, new(120)],
            }))];
            Assert.All(Enumerable.Range(0, Data.Rows), i => Assert.True(
                models[0].Map.Row(i).SequenceEqual(models[1].Map.Row(i)) && models[0].Map.Row(i).SequenceEqual(models[2].Map.Row(i))));
            Assert.True(models[0].NormalizedLoss < 0.5, $"{optimizer}, {dimensions}: {models[0].NormalizedLoss}");
            Assert.Equal(optimizer, models[0].ResolvedOptions.Optimizer);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Cutting_a_run_into_pieces_does_not_change_its_bits(Optimizer optimizer)
    {
        (EmbeddingRun whole, EmbeddingRun pieces) = (NewRun(Objective.TSne, optimizer), NewRun(Objective.TSne, optimizer));
        whole.Advance(new(20) { Exaggeration = 4 });
        whole.Advance(new(40));
        pieces.Advance(new(13) { Exaggeration = 4 });
        pieces.Advance(new(7) { Exaggeration = 4 });
        for (int i = 0; i < 40; i += 8)
        {
            pieces.Advance(new(8));
            _ = pieces.Loss;
        }

        Assert.All(Enumerable.Range(0, Data.Rows), i => Assert.True(whole.Snapshot().Row(i).SequenceEqual(pieces.Snapshot().Row(i))));
    }

    [Theory]
    [InlineData(Optimizer.Lbfgs)]
    [InlineData(Optimizer.SpectralDirection)]
    public void A_line_search_never_climbs_whatever_the_objective(Optimizer optimizer)
    {
        int seen = 0;
        foreach (Objective objective in (Objective[])[Objective.TSne, Objective.Jse(), Objective.Umap(), Objective.TUmap, Objective.ElasticEmbedding(), Objective.TElasticEmbedding(), Objective.MetricMds])
        {
            ObjectiveInputs inputs = ObjectiveInputs.Build(Data, objective, 8, NeighborCount.Auto, NeighborMethod.Auto, 2, 1, _ => { }, default);
            EmbeddingRun run = new(RunInputs.From(inputs, 100), Start.Uniform.Build(Data, 2), objective, optimizer, ParameterDescent.Alternating, 1);
            double before = run.Loss;
            for (int i = 0; i < 25; i++)
            {
                run.Advance(new(1));
                Assert.True(run.Loss <= before + (1e-6 * Math.Abs(before)), $"{objective}, {optimizer}, iteration {run.Iteration}: {before} to {run.Loss}");
                (before, seen) = (run.Loss, seen + 1);
            }
        }

        Assert.Equal(175, seen);
    }

    [Fact]
    public void A_new_exaggeration_is_descended_afresh()
    {
        EmbeddingRun run = NewRun(Objective.Jse(), Optimizer.Lbfgs);
        run.Advance(new(40) { Exaggeration = 4 });
        double exaggerated = run.Loss;
        run.Advance(new(40));
        Assert.True(run.Loss < exaggerated, $"{run.Loss} after {exaggerated}");
    }

    /// <summary>At a start of 1e-4 float sums cannot tell a lower cost.</summary>
    [Fact]
    public void A_line_search_leaves_a_tiny_start_without_exaggeration()
    {
        EmbeddingOptions options = new() { Objective = Objective.BandwidthSsne, Optimizer = Optimizer.Lbfgs, Schedule = [new(60)] };
        EmbeddingModel model = NeighborEmbedding.Fit(Iris.All, options);
        Assert.True(model.NormalizedLoss < 0.2, $"{model.NormalizedLoss}");
    }

    [Theory]
    [InlineData("tsne", Optimizer.DeltaBarDelta, 12)]
    [InlineData("trmsne", Optimizer.DeltaBarDelta, 4)]
    [InlineData("ssne", Optimizer.DeltaBarDelta, 1)]
    [InlineData("rssne", Optimizer.Lbfgs, 4)]
    [InlineData("itsne", Optimizer.Lbfgs, 1)]
    [InlineData("rtsne", Optimizer.DeltaBarDelta, 4)]
    [InlineData("sammon", Optimizer.Lbfgs, 1)]
    public void Every_kind_has_its_descent(string method, Optimizer optimizer, double exaggeration)
    {
        Objective objective = MethodCatalog.Find(method)!.Create();
        Assert.Equal(optimizer, OptimizerChoice.Resolve(Optimizer.Auto, objective));
        Assert.Equal(exaggeration, Schedule.For(objective, 100)[0].Exaggeration);
        Assert.Equal(exaggeration > 1, Schedule.For(objective, 100).Count > 1);
    }

    [Fact]
    public void The_objective_chooses_and_the_user_may_differ()
    {
        Objective searching = Objective.TSne with { Defaults = new() { Optimizer = Optimizer.Lbfgs } };
        Assert.Equal(Optimizer.Lbfgs, OptimizerChoice.Resolve(Optimizer.Auto, searching));
        Assert.Equal(Optimizer.DeltaBarDelta, OptimizerChoice.Resolve(Optimizer.Auto, Objective.TSne));
        Assert.Equal(Optimizer.Momentum, OptimizerChoice.Resolve(Optimizer.Momentum, searching));
        Assert.Throws<ArgumentOutOfRangeException>(() => OptimizerChoice.Resolve((Optimizer)77, searching));
    }

    /// <summary>Perplexities that come one by one: the run is that of several, each begun where the last one ended.</summary>
    [Fact]
    public void A_stepped_perplexity_ends_on_the_cost_of_the_last_one()
    {
        EmbeddingOptions options = new() { Perplexity = Perplexity.Stepped(8), Schedule = [new(200)], Optimizer = Optimizer.Lbfgs };
        PreparedEmbedding prepared = NeighborEmbedding.Prepare(Data, options);
        double atFirst = prepared.Run.NullLoss;
        prepared.Complete();
        EmbeddingModel model = prepared.Finish();
        EmbeddingModel last = NeighborEmbedding.Fit(Data, options with { Perplexity = 8, Neighbors = model.ResolvedOptions.Neighbors, Start = Start.From(model.Map), Schedule = [] });
        Assert.NotEqual(atFirst, model.NullLoss);
        Assert.InRange(model.Loss / last.Loss, 0.9, 1.1);
        Assert.True(model.NormalizedLoss < 0.5);
    }

    private static EmbeddingRun NewRun(Objective objective, Optimizer optimizer) => new(
        Affinities.FromPerplexity(NeighborGraph.Build(Data, 24), 8, objective.AffinityForm), Start.Pca.Build(Data, 2), objective, 1, optimizer);

    private static Matrix Sample()
    {
        SeededRandom random = new(11);
        return Matrix.Create(75, 4, (i, row) =>
        {
            for (int d = 0; d < 4; d++)
            {
                row[d] = (float)((8 * (i % 3) * (d % 2)) + random.NextNormal());
            }
        });
    }
}
