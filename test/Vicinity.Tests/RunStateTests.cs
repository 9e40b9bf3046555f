using Xunit;

namespace Vicinity.Tests;

/// <summary>Going back to a state, or on from it in another process, is as if nothing had happened.</summary>
public sealed class RunStateTests
{
    private const int Before = 70;
    private const int Behind = 45;

    private static readonly Matrix Data = Matrix.Create(120, 4, (i, row) =>
    {
        row[0] = (i % 3 * 10) + MathF.Sin(i);
        row[1] = MathF.Cos(3 * i);
        row[2] = MathF.Sin(7 * i);
        row[3] = MathF.Sin(11 * i);
    });

    public static TheoryData<Optimizer, string> Runs => new()
    {
        { Optimizer.DeltaBarDelta, "tsne" },
        { Optimizer.Momentum, "tsne" },
        { Optimizer.Nesterov, "tsne" },
        { Optimizer.Lbfgs, "tsne" },
        { Optimizer.SpectralDirection, "tsne" },
        { Optimizer.Auto, "umap" },
        { Optimizer.Auto, "ee" },
        { Optimizer.Auto, "msjse" },
        { Optimizer.DeltaBarDelta, "dhssne" },
        { Optimizer.Lbfgs, "itsne" },
    };

    [Theory, MemberData(nameof(Runs))]
    public void A_restored_state_continues_with_the_same_bits_here_and_after_a_file(Optimizer optimizer, string method)
    {
        foreach (ParameterDescent descent in method is "dhssne" or "itsne" ? Enum.GetValues<ParameterDescent>() : [ParameterDescent.Alternating])
        {
            foreach (GradientMethod gradient in method is "tsne" ? (GradientMethod[])[GradientMethod.Exact, new ParticleMesh(), new BarnesHut()] : [GradientMethod.Auto])
            {
                Check(new() { Objective = Objective(method), Optimizer = optimizer, ParameterDescent = descent, Gradient = gradient, Perplexity = method == "msjse" ? Perplexity.Auto : 8 });
            }
        }
    }

    [Fact]
    public void A_fit_that_goes_on_from_any_iteration_ends_in_the_same_map()
    {
        EmbeddingOptions options = new() { Perplexity = 8, Schedule = [new(60) { Exaggeration = 12 }, new(400) { Tolerance = 2e-3 }, new(60) { Tolerance = 1e-3 }] };
        List<RunState> states = [];
        PreparedEmbedding whole = NeighborEmbedding.Prepare(Data, options);
        states.Add(whole.Save());
        whole.CompleteWith(null, () => states.Add(whole.Save()), TestContext.Current.CancellationToken);
        Assert.InRange(whole.Run.Iteration, 100, 519);     // it has converged, which a resumed run must do at the same iteration
        Matrix expected = whole.Run.Snapshot();
        foreach (RunState state in states.Where((_, k) => k % 23 == 0 || k > states.Count - 3))
        {
            PreparedEmbedding resumed = NeighborEmbedding.Prepare(Data, options);
            resumed.Restore(ThroughFile(state));
            resumed.Complete(cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(whole.Run.Iteration, resumed.Run.Iteration);
            AssertSame(expected, resumed.Run.Snapshot());
        }
    }

    [Theory]
    [InlineData(Optimizer.DeltaBarDelta)]
    [InlineData(Optimizer.Nesterov)]
    [InlineData(Optimizer.Lbfgs)]
    public void A_state_between_nearest_and_all_and_around_the_sort_goes_on_with_the_same_bits(Optimizer optimizer)
    {
        Schedule schedule = [new(45) { Exaggeration = 4, Neighbors = 4 }, new(20) { Neighbors = 4 }, new(15) { Neighbors = 6, Stretch = 3 }, new(20)];
        foreach (GradientMethod gradient in (GradientMethod[])[GradientMethod.Exact, new ParticleMesh(), new BarnesHut()])
        {
            EmbeddingOptions options = new() { Perplexity = 8, Optimizer = optimizer, Gradient = gradient, Schedule = schedule };
            List<RunState> states = [];
            PreparedEmbedding whole = NeighborEmbedding.Prepare(Data, options);
            states.Add(whole.Save());
            whole.CompleteWith(null, () => states.Add(whole.Save()), TestContext.Current.CancellationToken);
            Matrix expected = whole.Run.Snapshot();
            foreach (RunState state in states.Where(state => state.Iteration is 0 or 1 or 30 or (> 43 and < 53) or 65 or 70 or 80 or 90))
            {
                PreparedEmbedding resumed = NeighborEmbedding.Prepare(Data, options with { Threads = 1 });
                resumed.Restore(ThroughFile(state));
                resumed.Complete(cancellationToken: TestContext.Current.CancellationToken);
                AssertSame(expected, resumed.Run.Snapshot());
            }
        }
    }

    [Fact]
    public void A_run_changes_its_perplexity_and_objective_and_takes_both_back()
    {
        NeighborGraph graph = NeighborGraph.Build(Data, 60);
        EmbeddingRun run = new(Affinities.FromPerplexity(graph, 10), Start.Pca.Build(Data, 2), Vicinity.Objective.TSne);
        run.Advance(new(100) { Exaggeration = 4 });
        RunState state = run.Save();
        run.Advance(new(50));
        Matrix expected = run.Snapshot();
        double loss = run.Loss;

        run.Restore(state);
        run.Change(Affinities.FromPerplexity(graph, 20));
        run.Change(objective: Vicinity.Objective.HeavyTailed(2));
        run.Advance(new(50));
        Assert.NotEqual(loss, run.Loss);
        Assert.Equal(150, run.Iteration);

        run.Restore(state);
        run.Advance(new(50));
        AssertSame(expected, run.Snapshot());
        Assert.Equal(loss, run.Loss);
    }

    [Fact]
    public void A_change_that_does_not_fit_is_refused_and_leaves_the_run()
    {
        NeighborGraph graph = NeighborGraph.Build(Data, 30);
        EmbeddingRun run = new(Affinities.FromPerplexity(graph, 10), Start.Pca.Build(Data, 2), Vicinity.Objective.TSne);
        run.Advance(new(10));
        double loss = run.Loss;
        Assert.Contains("t-ASNE", Assert.Throws<ArgumentException>(() => run.Change(objective: Vicinity.Objective.TAsne)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => run.Change(Affinities.FromPerplexity(graph, 10, AffinityForm.Row)));
        Matrix few = Matrix.Create(50, 4, (i, row) => Data.Row(i).CopyTo(row));
        Assert.Contains("120", Assert.Throws<ArgumentException>(() => run.Change(Affinities.FromPerplexity(NeighborGraph.Build(few, 30), 10))).Message, StringComparison.Ordinal);
        Assert.Equal(loss, run.Loss);
    }

    [Fact]
    public void A_state_of_another_run_is_refused_by_what_differs_and_leaves_the_run()
    {
        EmbeddingOptions options = new() { Perplexity = 8 };
        PreparedEmbedding prepared = NeighborEmbedding.Prepare(Data, options);
        prepared.Run.Advance(new(5));
        Matrix before = prepared.Run.Snapshot();
        RunState spatial = NeighborEmbedding.Prepare(Data, options with { Dimensions = 3 }).Save();
        RunState searched = NeighborEmbedding.Prepare(Data, options with { Optimizer = Optimizer.Lbfgs }).Save();
        RunState few = NeighborEmbedding.Prepare(Matrix.Create(60, 4, (i, row) => Data.Row(i).CopyTo(row)), options).Save();
        Assert.Contains("dimensions", Assert.Throws<InvalidDataException>(() => prepared.Restore(ThroughFile(spatial))).Message, StringComparison.Ordinal);
        Assert.Contains("optimizer", Assert.Throws<InvalidDataException>(() => prepared.Restore(ThroughFile(searched))).Message, StringComparison.Ordinal);
        RunState tree = NeighborEmbedding.Prepare(Data, options with { Gradient = new BarnesHut() }).Save();
        Assert.Contains("gradient", Assert.Throws<InvalidDataException>(() => prepared.Restore(ThroughFile(tree))).Message, StringComparison.Ordinal);
        Assert.Contains("60 points", Assert.Throws<InvalidDataException>(() => prepared.Restore(ThroughFile(few))).Message, StringComparison.Ordinal);
        AssertSame(before, prepared.Run.Snapshot());
        Assert.Equal(5, prepared.Run.Iteration);
    }

    [Fact]
    public void A_damaged_file_is_refused_at_every_byte_that_counts()
    {
        byte[] file = FileOf(NeighborEmbedding.Prepare(Data, new() { Perplexity = 8 }).Save());
        for (int at = 0; at < file.Length; at += 7)
        {
            byte[] damaged = [.. file];
            damaged[at] ^= 0x20;
            if (Record.Exception(() => RunState.Read(new MemoryStream(damaged), "run")) is { } error)
            {
                Assert.StartsWith("run: ", Assert.IsType<InvalidDataException>(error).Message, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(0, file[at]);      // the zeros between two sections belong to none
            }
        }

        foreach (int length in new[] { 0, 1, 63, 64, 200, file.Length - 64, file.Length - 1 })
        {
            Assert.Throws<InvalidDataException>(() => RunState.Read(new MemoryStream(file[..length]), "run"));
        }
    }

    private static Objective Objective(string method) => MethodCatalog.Find(method)!.Create();

    private static void Check(EmbeddingOptions options)
    {
        EmbeddingRun run = NeighborEmbedding.Prepare(Data, options).Run;
        run.Advance(new(Before));
        RunState state = run.Save();
        run.Advance(new(Behind));
        Matrix expected = run.Snapshot();

        run.Restore(state);
        Assert.Equal(state.Iteration, run.Iteration);
        run.Advance(new(Behind));
        AssertSame(expected, run.Snapshot());

        EmbeddingRun other = NeighborEmbedding.Prepare(Data, options).Run;
        other.Restore(ThroughFile(state));
        other.Advance(new(Behind));
        AssertSame(expected, other.Snapshot());
        Assert.Equal(run.Loss, other.Loss);
        Assert.Equal(run.LearnedParameters, other.LearnedParameters);
    }

    private static byte[] FileOf(RunState state)
    {
        using MemoryStream stream = new();
        SectionFormat.Write(stream, "run", state.Sections.All);
        return stream.ToArray();
    }

    private static RunState ThroughFile(RunState state) => RunState.Read(new MemoryStream(FileOf(state)), "file");

    private static void AssertSame(Matrix expected, Matrix actual) =>
        Assert.All(Enumerable.Range(0, expected.Rows), i => Assert.True(expected.Row(i).SequenceEqual(actual.Row(i))));
}
