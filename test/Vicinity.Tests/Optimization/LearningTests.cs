using Xunit;

namespace Vicinity.Tests;

/// <summary>Kernel parameters that are learned with the map.</summary>
public sealed class LearningTests
{
    private static readonly Objective SharedAlpha = Objective.DynamicHeavyTailed();
    private static readonly Objective AlphaPerPoint = Objective.DynamicHeavyTailed() with { IsLearnedShared = false };
    private static readonly Objective Freedoms = Objective.InhomogeneousTSne();
    private static readonly Objective Precisions = Objective.Ssne with { Learned = LearnedParameter.Beta };

    public static TheoryData<string> Kinds => ["alpha, shared", "alpha", "beta", "nu"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_slope_that_the_optimizer_sees_is_the_derivative_of_the_cost_that_it_sees(string kind)
    {
        Objective objective = Named(kind);
        StagedEngine engine = NewEngine(objective);
        Coordinates map = Coordinates.From(Matrix.Create(10, 2, (i, row) => (row[0], row[1]) = (MathF.Sin(i * 2.3f), 1.4f * MathF.Cos(i * 1.7f))));
        PositiveParameters parameters = new(engine, engine.Parameters, objective.Learned, 10, objective.IsLearnedShared);
        ParameterEngine seen = new(engine, parameters, map);
        Coordinates roots = parameters.Roots;
        Coordinates slope = new(roots.Count, 1);
        foreach (double exaggeration in (double[])[1, 4])
        {
            seen.Gradient(roots, exaggeration, slope);
            double[] analytic = [.. slope.Axis(0)[..roots.Count].ToArray().Select(value => (double)value)];
            for (int i = 0; i < roots.Count; i++)
            {
                float before = roots.Axis(0)[i];
                float step = 0.01f * before;
                double above = CostAt(seen, roots, i, before + step, exaggeration);
                double below = CostAt(seen, roots, i, before - step, exaggeration);
                double width = (double)(before + step) - (before - step);
                roots.Axis(0)[i] = before;
                Assert.Equal((above - below) / width, analytic[i], (2e-3 * analytic.Max(Math.Abs)) + 1e-6);
            }
        }
    }

    [Fact]
    public void The_joint_engine_shows_the_same_slopes_beside_those_of_the_map()
    {
        StagedEngine engine = NewEngine(Freedoms);
        Coordinates map = Coordinates.From(Iris.Start);
        PositiveParameters parameters = new(engine, engine.Parameters, LearnedParameter.DegreesOfFreedom, 10, false);
        Coordinates both = new(10, 3);
        map.All.CopyTo(both.All);
        parameters.Roots.Axis(0).CopyTo(both.Axis(2));
        (Coordinates gradient, Coordinates ofMap, Coordinates ofRoots) = (new(10, 3), new(10, 2), new(10, 1));
        JointEngine joint = new(engine, parameters, 10, 2);
        joint.Gradient(both, 1, gradient);
        engine.Gradient(map, 1, ofMap);
        new ParameterEngine(engine, parameters, map).Gradient(parameters.Roots, 1, ofRoots);
        Assert.True(gradient.All[..ofMap.All.Length].SequenceEqual(ofMap.All));
        Assert.True(gradient.Axis(2).SequenceEqual(ofRoots.Axis(0)));
        Assert.Equal(engine.Cost(map, 1), joint.Cost(both, 1));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Learning_begins_at_iteration_50_and_lowers_the_cost_below_that_of_fixed_parameters(string kind)
    {
        Objective objective = Named(kind);
        foreach (Optimizer optimizer in (Optimizer[])[Optimizer.DeltaBarDelta, Optimizer.Lbfgs, Optimizer.SpectralDirection, Optimizer.Momentum, Optimizer.Nesterov])
        {
            foreach (ParameterDescent descent in Enum.GetValues<ParameterDescent>())
            {
                EmbeddingRun still = NewRun(objective with { Learned = LearnedParameter.None }, optimizer, descent);
                EmbeddingRun run = NewRun(objective, optimizer, descent);
                run.Advance(Steps(50));
                still.Advance(Steps(50));
                AssertNear(still.Snapshot(), run.Snapshot());
                double[] before = [.. run.LearnedParameters];
                run.Advance(Steps(350));
                still.Advance(Steps(350));
                Assert.Equal(objective.IsLearnedShared ? 1 : 10, run.LearnedParameters.Count);
                Assert.All(run.LearnedParameters, value => Assert.InRange(value, 1e-3, 1e8));
                Assert.NotEqual(before, run.LearnedParameters);
                Assert.True(run.Loss < still.Loss, $"{kind}, {optimizer}, {descent}: {run.Loss} learned, {still.Loss} not");
            }
        }
    }

    /// <summary>Weights with and without parameters per point are summed in other orders, so equal maps differ by rounding.</summary>
    private static void AssertNear(Matrix expected, Matrix actual) => Assert.All(
        Enumerable.Range(0, expected.Rows),
        i => Assert.InRange(Math.Abs(expected[i, 0] - actual[i, 0]) + Math.Abs(expected[i, 1] - actual[i, 1]), 0, 1e-3));

    [Fact]
    public void Nothing_that_is_learned_depends_on_the_threads()
    {
        double[][] learned = [.. new[] { 1, 2, 8 }.Select(threads =>
        {
            EmbeddingRun run = NewRun(Freedoms, Optimizer.DeltaBarDelta, ParameterDescent.Alternating, threads);
            run.Advance(Steps(120));
            return run.LearnedParameters.ToArray();
        })];
        Assert.Equal(learned[0], learned[1]);
        Assert.Equal(learned[0], learned[2]);
    }

    [Fact]
    public void A_fit_reports_them_and_a_kernel_without_them_is_refused()
    {
        EmbeddingModel model = NeighborEmbedding.Fit(Iris.All, new() { Objective = SharedAlpha, Schedule = [new(100)], Perplexity = 10 });
        Assert.InRange(Assert.Single(model.LearnedParameters), 1e-3, 10);
        Assert.Empty(NeighborEmbedding.Fit(Iris.All, new() { Schedule = [new(10)], Perplexity = 10 }).LearnedParameters);
        Assert.ThrowsAny<Exception>(() => NeighborEmbedding.Fit(
            Iris.All, new() { Objective = Objective.TSne with { Learned = LearnedParameter.Alpha }, Schedule = [new(100)], Perplexity = 10 }));
    }

    private static Phase Steps(int count) => new(count) { LearningRate = 0.5 };

    private static double CostAt(ParameterEngine engine, Coordinates roots, int i, float value, double exaggeration)
    {
        roots.Axis(0)[i] = value;
        return engine.Cost(roots, exaggeration);
    }

    private static Objective Named(string kind) => kind switch
    {
        "alpha, shared" => SharedAlpha,
        "alpha" => AlphaPerPoint,
        "beta" => Precisions,
        _ => Freedoms,
    };

    private static RunInputs Inputs(Objective objective, int threads = 1) => RunInputs.From(
        ObjectiveInputs.Build(ScaledInput.Build(Iris.Ten(), InputScaling.AbsoluteMaximum, threads), objective, 5, 9, NeighborMethod.Auto, 2, threads, _ => { }, default), 1000);

    private static StagedEngine NewEngine(Objective objective) => new(Inputs(objective), objective, 2, 1);

    private static EmbeddingRun NewRun(Objective objective, Optimizer optimizer, ParameterDescent descent, int threads = 1) =>
        new(Inputs(objective, threads), Iris.Start, objective, optimizer, descent, threads);
}
