using Xunit;

namespace Vicinity.Tests;

public sealed class EmbeddingRunTests
{
    private static readonly Matrix Data = Matrix.Create(60, 3, (i, row) =>
    {
        row[0] = (i % 3 * 10) + MathF.Sin(i);
        row[1] = MathF.Cos(3 * i);
        row[2] = MathF.Sin(7 * i);
    });

    [Fact]
    public void Cutting_a_run_into_pieces_does_not_change_its_bits()
    {
        EmbeddingRun whole = NewRun();
        whole.Advance(new(30) { Exaggeration = 12 });
        whole.Advance(new(400) { Tolerance = 1e-4 });
        EmbeddingRun pieces = NewRun();
        pieces.Advance(new(13) { Exaggeration = 12 });
        pieces.Advance(new(17) { Exaggeration = 12 });
        while (pieces.Iteration < 430 && !pieces.Converged)
        {
            pieces.Advance(new(Math.Min(7, 430 - pieces.Iteration)) { Tolerance = 1e-4 });
            _ = pieces.Loss;
        }

        Assert.Equal(whole.Iteration, pieces.Iteration);
        Assert.All(Enumerable.Range(0, 60), i => Assert.True(whole.Snapshot().Row(i).SequenceEqual(pieces.Snapshot().Row(i))));
    }

    [Fact]
    public void A_loss_that_stands_still_ends_a_phase_with_a_tolerance()
    {
        EmbeddingRun run = NewRun();
        Phase done = run.Advance(new(5000) { Tolerance = 1e-5 });
        Assert.True(run.Converged);
        Assert.Equal(run.Iteration, done.Iterations);
        Assert.True(done.Iterations < 5000);
    }

    [Fact]
    public void An_exaggerated_phase_never_converges_and_reports_the_true_loss()
    {
        EmbeddingRun run = NewRun();
        run.Advance(new(300) { Exaggeration = 4, Tolerance = 1 });
        Assert.False(run.Converged);
        Assert.Equal(300, run.Iteration);
        Assert.InRange(run.Loss, 0, run.NullLoss);
    }

    /// <summary>At the rate of momentum 0.8 the steps of Nesterov throw a Gaussian map about: a loss of 3.7 instead of 1.0.</summary>
    [Fact]
    public void Nesterov_ends_where_delta_bar_delta_does()
    {
        EmbeddingOptions options = new() { Objective = Objective.Ssne, Perplexity = 8 };
        double usual = NeighborEmbedding.Fit(Clouds.Normal(90, 5), options).Loss;
        Assert.Equal(usual, NeighborEmbedding.Fit(Clouds.Normal(90, 5), options with { Optimizer = Optimizer.Nesterov }).Loss, 0.1 * usual);
    }

    [Fact]
    public void A_cancelled_phase_leaves_the_last_complete_iteration()
    {
        using CancellationTokenSource source = new();
        EmbeddingRun run = NewRun();
        run.Advance(new(5));
        source.Cancel();
        Matrix before = run.Snapshot();
        Assert.Throws<OperationCanceledException>(() => run.Advance(new(100), source.Token));
        Assert.Equal(5, run.Iteration);
        Assert.True(before.Row(3).SequenceEqual(run.Snapshot().Row(3)));
    }

    [Fact]
    public void A_map_that_has_yet_to_unfold_has_not_converged()
    {
        Phase still = new(150) { LearningRate = 1e-3, Momentum = 0, Tolerance = 1e-3 };
        EmbeddingRun folded = NewRun();
        Assert.Equal(150, folded.Advance(still).Iterations);
        Assert.False(folded.Converged);
        EmbeddingRun wide = NewRun();
        Assert.True(wide.Advance(still with { Stretch = 1e5 }).Iterations < 150);
        Assert.True(wide.Converged);
    }

    [Fact]
    public void A_phase_stretches_the_map_once_and_only_if_it_begins()
    {
        using CancellationTokenSource source = new();
        EmbeddingRun run = NewRun();
        run.Advance(new(5));
        float[] before = Values(run.Snapshot());
        source.Cancel();
        Phase stretched = new(3) { Stretch = 2, LearningRate = 1e-30, Momentum = 0 };
        Assert.Throws<OperationCanceledException>(() => run.Advance(stretched, source.Token));
        run.Advance(stretched with { Iterations = 0 });
        Assert.Equal(before, Values(run.Snapshot()));
        double loss = run.Loss;
        run.Advance(stretched);
        Assert.All(before.Zip(Values(run.Snapshot())), pair => Assert.Equal(2 * pair.First, pair.Second, 1e-6));
        Assert.NotEqual(loss, run.Loss);
    }

    [Fact]
    public void A_rate_beyond_all_numbers_is_refused_by_iteration_and_the_map_stays_finite()
    {
        EmbeddingRun run = NewRun();
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => run.Advance(new(10) { LearningRate = 1e300 }));
        Assert.Contains("Iteration 1 ", error.Message);
        run.Snapshot().ThrowIfNotFinite("map");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void With_few_neighbors_the_nearest_attract_and_the_loss_is_that_of_all(bool isMesh)
    {
        GradientMethod gradient = isMesh ? new ParticleMesh() : GradientMethod.Exact;
        Affinities all = Affinities.FromPerplexity(NeighborGraph.Build(Data, 30), 10);
        Matrix start = Start.Pca.Build(Data, 2);
        EmbeddingRun run = new(all, start, Objective.TSne, gradient: gradient);
        EmbeddingRun alone = new(all.Nearest(5, 1), start, Objective.TSne, gradient: gradient);
        run.Advance(new(8) { Exaggeration = 4, Neighbors = 5 });
        alone.Advance(new(8) { Exaggeration = 4 });
        Assert.Equal(Values(alone.Snapshot()), Values(run.Snapshot()));
        Assert.Equal(new EmbeddingRun(all, run.Snapshot(), Objective.TSne, gradient: gradient).Loss, run.Loss, 6);
        run.Advance(new(1));
        Assert.NotEqual(Values(alone.Snapshot()), Values(run.Snapshot()));
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused()
    {
        NeighborGraph graph = NeighborGraph.Build(Data, 15);
        Affinities joint = Affinities.FromPerplexity(graph, 5);
        Affinities rows = Affinities.FromPerplexity(graph, 5, AffinityForm.Row);
        Matrix start = Start.Random.Build(Data, 2);
        Assert.Contains("AffinityForm.Joint", Assert.Throws<ArgumentException>(() => new EmbeddingRun(rows, start, Objective.TSne)).Message);
        Assert.Contains("AffinityForm.Row", Assert.Throws<ArgumentException>(() => new EmbeddingRun(joint, start, Objective.TAsne)).Message);
        Assert.Contains("AffinityForm.Row", Assert.Throws<ArgumentException>(() => new EmbeddingRun(joint, start, Objective.Asne)).Message);
        Assert.Throws<ArgumentException>(() => new EmbeddingRun(joint, Matrix.Create(59, 2, (_, _) => { }), Objective.TSne));
        Assert.Throws<ArgumentException>(() => new EmbeddingRun(joint, Matrix.Create(60, 4, (_, _) => { }), Objective.TSne));
        Assert.Throws<ArgumentOutOfRangeException>(() => NewRun().Advance(new(5) { Momentum = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => NewRun().Advance(new(5) { Exaggeration = 0.5 }));
    }

    private static float[] Values(Matrix map) => [.. Enumerable.Range(0, map.Rows).SelectMany(i => map.Row(i).ToArray())];

    private static EmbeddingRun NewRun() =>
        new(Affinities.FromPerplexity(NeighborGraph.Build(Data, 15), 5), Start.Pca.Build(Data, 2), Objective.TSne);
}
