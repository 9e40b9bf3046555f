using Xunit;

namespace Vicinity.Tests;

/// <summary>The particle mesh beside the engine that visits every pair.</summary>
public sealed class MeshGradientTests
{
    private static readonly Objective Own = Objective.Create(new KullbackLeibler(), new ScalarKernel<HeavyTail>(default), Normalization.PairWise);

    public static TheoryData<Objective> Objectives => [Objective.TSne, Objective.Ssne, Own, Objective.TAsne];

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Forces_are_within_the_accuracy_at_the_start_and_in_dense_and_sparse_maps(Objective objective)
    {
        Affinities affinities = SampleMaps.Neighbors(2000, objective.AffinityForm);
        foreach (double span in (double[])[1e-4, 10, 40, 100])
        {
            foreach (double accuracy in (double[])[0.02, 0.005])
            {
                AssertWithin(objective, affinities, SampleMaps.Groups(2000, 2, span), accuracy, $"span {span}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Forces_are_within_the_accuracy_in_one_and_three_dimensions(Objective objective)
    {
        Affinities affinities = SampleMaps.Neighbors(1200, objective.AffinityForm);
        AssertWithin(objective, affinities, SampleMaps.Groups(1200, 1, 1e-4), 0.02, "1-D start");
        AssertWithin(objective, affinities, SampleMaps.Groups(1200, 1, 300), 0.02, "1-D");
        AssertWithin(objective, affinities, SampleMaps.Groups(1200, 3, 1e-4), 0.02, "3-D start");
        AssertWithin(objective, affinities, SampleMaps.Groups(1200, 3, 25), 0.02, "3-D");
    }

    [Theory, Trait("Leg", "Simd")]
    [MemberData(nameof(Objectives))]
    public void Few_points_are_no_special_case(Objective objective)
    {
        for (int count = 2; count <= 16; count++)
        {
            Affinities affinities = SampleAffinities.Draw(count, count, objective.Normalization);
            Coordinates positions = SampleMaps.Groups(count, 2, 3);
            Coordinates mesh = Gradient(MeshEngine.Create(objective, affinities, 2, 0.02, 1), positions, 4);
            Coordinates exact = Gradient(ExactGradient.Create(objective, affinities, 2, 1), positions, 4);
            Assert.InRange(Distance(mesh, exact) / Size(exact), 0, 0.01);
        }

        Coordinates alone = Gradient(MeshEngine.Create(objective, SampleAffinities.Draw(1, 1, objective.Normalization), 2, 0.02, 1), new(1, 2), 1);
        Assert.All(alone.All.ToArray(), value => Assert.Equal(0f, value));
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Points_at_one_place_feel_no_force_and_cost_what_the_null_map_costs(Objective objective)
    {
        Affinities affinities = SampleMaps.Neighbors(300, objective.AffinityForm);
        Coordinates positions = new(300, 2);
        positions.All.Fill(3.5f);
        IGradientEngine engine = MeshEngine.Create(objective, affinities, 2, 0.02, 1);
        Assert.All(Gradient(engine, positions, 1).All.ToArray(), value => Assert.Equal(0f, value));
        Assert.Equal(engine.NullLoss, engine.Loss(positions), 1e-6 * engine.NullLoss);
        Assert.Equal(ExactGradient.Create(objective, affinities, 2, 1).NullLoss, engine.NullLoss, 1e-7 * engine.NullLoss);
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public void The_bits_do_not_depend_on_the_threads(Objective objective)
    {
        Affinities affinities = SampleMaps.Neighbors(3000, objective.AffinityForm);
        for (int dimensions = 1; dimensions <= 3; dimensions++)
        {
            Coordinates positions = SampleMaps.Groups(3000, dimensions, 20);
            float[] alone = Gradient(MeshEngine.Create(objective, affinities, dimensions, 0.02, 1), positions, 3).All.ToArray();
            foreach (int threads in (int[])[2, 8])
            {
                IGradientEngine engine = MeshEngine.Create(objective, affinities, dimensions, 0.02, threads);
                Assert.True(alone.AsSpan().SequenceEqual(Gradient(engine, positions, 3).All));
            }
        }
    }

    [Fact]
    public void It_makes_no_difference_whether_the_extreme_point_is_first_or_last()
    {
        Affinities affinities = SampleMaps.Neighbors(1500, AffinityForm.Joint);
        foreach (int extreme in (int[])[0, 700, 1499])
        {
            Coordinates positions = SampleMaps.Groups(1500, 2, 30);
            positions.Axis(0)[extreme] = 300;
            AssertWithin(Objective.TSne, affinities, positions, 0.02, $"extreme point {extreme}");
        }
    }

    [Fact]
    public void A_few_points_too_far_for_any_grid_are_summed_one_by_one()
    {
        Affinities affinities = SampleMaps.Neighbors(1500, AffinityForm.Joint);
        Coordinates positions = SampleMaps.Groups(1500, 2, 30);
        positions.Axis(0)[0] = 50_000;
        positions.Axis(1)[1] = -70_000;
        positions.Axis(0)[1499] = 50_001;
        AssertWithin(Objective.TSne, affinities, positions, 0.02, "three far points");
        IMeshGradient mesh = MeshEngine.Create(Objective.TSne, affinities, 2, 0.02, 2);
        Assert.InRange(mesh.ForceError(positions), 0, 0.02);
    }

    [Fact]
    public void The_sampled_error_is_the_error()
    {
        Affinities affinities = SampleMaps.Neighbors(2000, AffinityForm.Joint);
        Coordinates positions = SampleMaps.Groups(2000, 2, 60);
        IMeshGradient mesh = MeshEngine.Create(Objective.TSne, affinities, 2, 0.1, 2);
        double error = RepulsionError(Objective.TSne, affinities, positions, mesh);
        Assert.InRange(mesh.ForceError(positions), 0.7 * error, 1.4 * error);
    }

    [Fact]
    public void Exaggeration_may_change_and_the_order_may_be_renewed_at_any_time()
    {
        Affinities affinities = SampleMaps.Neighbors(600, AffinityForm.Joint);
        IGradientEngine exact = ExactGradient.Create(Objective.TSne, affinities, 2, 1);
        IGradientEngine mesh = MeshEngine.Create(Objective.TSne, affinities, 2, 0.005, 1);
        for (int call = 0; call < 120; call++)
        {
            Coordinates positions = SampleMaps.Groups(600, 2, 5, call);
            double exaggeration = call < 30 ? 12 : 1 + (call % 3);
            Coordinates expected = Gradient(exact, positions, exaggeration);
            Assert.InRange(Distance(Gradient(mesh, positions, exaggeration), expected) / Size(expected), 0, 0.005);
        }
    }

    [Fact]
    public void Other_costs_are_refused_with_the_name_of_the_exact_engine()
    {
        Objective other = Objective.Create(new ScalarDivergence<ReverseKullbackLeibler>(default), new StudentT(), Normalization.PairWise);
        ArgumentException error = Assert.Throws<ArgumentException>(() => MeshEngine.Create(other, SampleMaps.Neighbors(100, AffinityForm.Joint), 2, 0.02, 1));
        Assert.Contains("GradientMethod.Exact", error.Message, StringComparison.Ordinal);
        Assert.Same(GradientMethod.Exact, GradientMethod.Auto.Resolve(other, new() { Affinities = SampleMaps.Neighbors(5000, AffinityForm.Joint, 2) }, 2));
    }

    [Fact]
    public void A_run_with_the_mesh_descends_like_an_exact_one()
    {
        Affinities affinities = SampleMaps.Neighbors(5000, AffinityForm.Joint, 30);
        Matrix start = SampleMaps.Groups(5000, 2, 1e-3, 9).ToMatrix();
        EmbeddingRun exact = new(affinities, start, Objective.TSne, 2, gradient: GradientMethod.Exact);
        EmbeddingRun mesh = new(affinities, start, Objective.TSne, 2, gradient: new ParticleMesh());
        Phase[] phases = [new(60) { Exaggeration = 12 }, .. Enumerable.Repeat(new Phase(40), 4)];
        foreach (Phase phase in phases)
        {
            exact.Advance(phase);
            mesh.Advance(phase);
            // Starts that differ by a thousandth of their size end 1 % apart.
            Assert.Equal(exact.Loss, mesh.Loss, 0.02 * exact.Loss);
        }

        Assert.InRange(mesh.GradientError, 1e-9, 0.02);
        Assert.Equal(0, exact.GradientError);
    }

    private static void AssertWithin(Objective objective, Affinities affinities, Coordinates positions, double accuracy, string what)
    {
        IMeshGradient mesh = MeshEngine.Create(objective, affinities, positions.Dimensions, accuracy, 2);
        double error = RepulsionError(objective, affinities, positions, mesh);
        Assert.True(error <= accuracy, $"{objective.Name}, {what}, accuracy {accuracy}: error {error:E2}");
        IGradientEngine exact = ExactGradient.Create(objective, affinities, positions.Dimensions, 2);

        // The losses differ by that of ln Z alone, point-wise by the sum of n of them.
        double distributions = objective.Normalization == Normalization.PairWise ? 1 : affinities.Count;
        double logarithms = Math.Abs(exact.Loss(positions) - mesh.Loss(positions)) / distributions;
        Assert.True(logarithms <= 0.001, $"{objective.Name}, {what}, accuracy {accuracy}: dZ/Z {logarithms:E2}");
    }

    /// <summary>RMS of the difference over RMS of the repulsion, which is 2 g(1) - g(2), g(a) the gradient at exaggeration a.</summary>
    private static double RepulsionError(Objective objective, Affinities affinities, Coordinates positions, IMeshGradient mesh)
    {
        IGradientEngine exact = ExactGradient.Create(objective, affinities, positions.Dimensions, 2);
        Coordinates expected = Gradient(exact, positions, 1);
        Coordinates twice = Gradient(exact, positions, 2);
        Coordinates actual = Gradient(mesh, positions, 1);
        double size = 0;
        for (int i = 0; i < expected.All.Length; i++)
        {
            size += Math.Pow((2 * (double)expected.All[i]) - twice.All[i], 2);
        }

        return Distance(actual, expected) / Math.Sqrt(size);
    }

    private static Coordinates Gradient(IGradientEngine engine, Coordinates positions, double exaggeration)
    {
        Coordinates gradient = new(positions.Count, positions.Dimensions);
        engine.Gradient(positions, exaggeration, gradient);
        return gradient;
    }

    private static double Distance(Coordinates a, Coordinates b)
    {
        double sum = 0;
        for (int i = 0; i < a.All.Length; i++)
        {
            sum += Math.Pow((double)a.All[i] - b.All[i], 2);
        }

        return Math.Sqrt(sum);
    }

    private static double Size(Coordinates a) => Distance(a, new(a.Count, a.Dimensions));
}
