using Xunit;

namespace Vicinity.Tests;

/// <summary>Costs other than Kullback-Leibler and kernels with a cusp on the mesh, beside the engine that visits every pair.</summary>
public sealed class FieldGradientTests
{
    private static readonly (GradientMethod Method, double Error)[] Methods = [(new ParticleMesh(), 0.02), (new ParticleMesh(0.005), 0.005)];

    public static TheoryData<string> Names =>
    [
        "UMAP", "t-UMAP", "LargeVis", "nt-UMAP", "t-SNE-U", "KL plain", "Gaussian UMAP", "reverse t", "NeRV Gaussian", "JS t", "chi2 t", "Hellinger t", "AB t",
        "square UMAP", "t-EE", "row NeRV Gaussian", "row JS t", "row reverse t", "row AB t", "row KL UMAP",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Forces_and_cost_are_within_the_error_at_the_start_and_in_dense_and_sparse_maps(string name)
    {
        Objective objective = Named(name);
        Affinities affinities = SampleMaps.Neighbors(2000, objective.AffinityForm);
        foreach (double span in (double[])[1e-4, 1, 10, 60])
        {
            AssertWithin(objective, affinities, SampleMaps.Groups(2000, 2, span), $"span {span}");
        }
    }

    [Theory]
    [InlineData("UMAP")]
    [InlineData("LargeVis")]
    [InlineData("KL plain")]
    [InlineData("JS t")]
    [InlineData("row JS t")]
    public void Forces_and_cost_are_within_the_error_in_one_and_three_dimensions_and_with_outliers(string name)
    {
        Objective objective = Named(name);
        Affinities affinities = SampleMaps.Neighbors(1500, objective.AffinityForm);
        AssertWithin(objective, affinities, SampleMaps.Groups(1500, 1, 60), "1-D");
        AssertWithin(objective, SampleMaps.Neighbors(6000, objective.AffinityForm), SampleMaps.Groups(6000, 3, 20), "3-D");
        Coordinates positions = SampleMaps.Groups(1500, 2, 20);
        positions.Axis(0)[0] = 300;
        positions.Axis(1)[1499] = -200;
        AssertWithin(objective, affinities, positions, "outliers");
    }

    /// <summary>The grid follows errors of more than 0.7 of the accuracy.</summary>
    [Theory]
    [InlineData("UMAP", 2000, 3, 120)]
    [InlineData("UMAP", 6000, 2, 100)]
    [InlineData("row KL UMAP", 6000, 2, 200)]
    public void Forces_of_points_of_which_a_third_stands_at_one_place_are_within_the_error(string name, int count, int dimensions, float span)
    {
        Objective objective = Named(name);
        Affinities affinities = SampleMaps.Neighbors(count, objective.AffinityForm);
        Coordinates positions = ThirdAtOnePlace(count, dimensions, span);
        foreach ((GradientMethod method, double limit) in Methods)
        {
            double error = Forces.RepulsionError(objective, affinities, positions, Engine(method, objective, affinities, dimensions, 2));
            Assert.True(error <= 0.75 * limit, $"{name}, {count} points, {dimensions} dimensions, {method}: error {error:E2}");
        }
    }

    [Theory]
    [InlineData("UMAP", 100)]
    [InlineData("row KL UMAP", 200)]
    public void A_grid_that_has_become_finer_is_that_of_a_restored_engine(string name, float span)
    {
        Objective objective = Named(name);
        Affinities affinities = SampleMaps.Neighbors(6000, objective.AffinityForm);
        Coordinates positions = ThirdAtOnePlace(6000, 2, span);
        IApproximateGradient before = Engine(Methods[0].Method, objective, affinities, 2, 2);
        float[] first = Forces.Of(before, positions).All.ToArray();
        SectionSet sections = new("state");
        before.Exchange(new(sections, isReading: false));
        IApproximateGradient restored = Engine(Methods[0].Method, objective, affinities, 2, 2);
        restored.Exchange(new(sections, isReading: true));
        Assert.Equal(first, Forces.Of(restored, positions).All.ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Few_points_and_points_at_one_place_are_no_special_case(string name)
    {
        Objective objective = Named(name);
        foreach (int count in (int[])[2, 3, 16, 500, 501, 600])
        {
            Affinities affinities = count < 100 ? SampleAffinities.Draw(count, count, objective.Normalization) : SampleMaps.Neighbors(count, objective.AffinityForm);
            Coordinates positions = SampleMaps.Groups(count, 2, 3);
            if (count is 3 or 600)
            {
                positions.All.Fill(2.5f);
            }

            GradientInputs inputs = new() { Affinities = affinities };
            Coordinates exact = Forces.Of(ExactGradient.Create(objective, inputs, 2, 1), positions);
            Coordinates attraction = Forces.Of(ExactGradient.Create(objective, inputs, 2, 1), positions, 2);
            Coordinates actual = Forces.Of(Engine(Methods[0].Method, objective, affinities, 2, 1), positions);
            double error = Forces.Distance(actual, exact) / Math.Max(Forces.Distance(attraction, exact), Forces.Size(exact) + 1e-30);
            Assert.True(error <= 0.02, $"{name}, {count} points: {error:E2} of the forces");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bits_do_not_depend_on_the_threads(string name)
    {
        Objective objective = Named(name);
        Affinities affinities = SampleMaps.Neighbors(3000, objective.AffinityForm);
        Coordinates positions = SampleMaps.Groups(3000, 2, 20);
        IApproximateGradient alone = Engine(Methods[0].Method, objective, affinities, 2, 1);
        IApproximateGradient together = Engine(Methods[0].Method, objective, affinities, 2, 8);
        Assert.Equal(Forces.Of(alone, positions, 3).All.ToArray(), Forces.Of(together, positions, 3).All.ToArray());
        Assert.Equal(alone.Cost(positions, 3), together.Cost(positions, 3));
    }

    [Theory]
    [InlineData("UMAP")]
    [InlineData("Gaussian UMAP")]
    public void Without_the_near_pairs_a_cusp_would_be_wrong(string name)
    {
        Objective objective = Named(name);
        Assert.IsType<FieldGradient>(Engine(Methods[0].Method, objective, SampleMaps.Neighbors(501, objective.AffinityForm), 2, 1));
        Assert.True(MeshAccuracy.HasCusp(UmapKernel.FromSpread(1, 0.001)));
        Assert.False(MeshAccuracy.HasCusp(default(StudentT)) || MeshAccuracy.HasCusp(new HeavyTailed(2)) || MeshAccuracy.HasCusp(new Gaussian(50)));
        SmoothCore core = SmoothCore.OfPush(new FarPush<WeightPower, UmapKernel>(new(1), UmapKernel.FromSpread(1, 0.001)), 0.01);
        Assert.True(core.Rest > 0.1);
        Assert.True(SmoothCore.OfPush(new FarPush<WeightPower, StudentT>(new(1), default), 0.01).Rest < 1e-6);
    }

    [Fact]
    public void The_potential_of_a_push_is_its_integral()
    {
        RadialPotential potential = new(f => 1 / ((1 + f) * (1 + f)), 0.5, 40);
        foreach (double r in (double[])[0.5, 0.51, 1, 3.3, 17, 39.9])
        {
            Assert.Equal((1 / (1 + (r * r))) - (1 / 1.25), potential.At(r * r), 1e-8);
        }
    }

    private static Objective Named(string name)
    {
        string[] words = name.Split(' ');
        return name switch
        {
            "UMAP" => Objective.Umap(),
            "t-UMAP" => Objective.TUmap,
            "LargeVis" => Objective.LargeVis(),
            "nt-UMAP" => Objective.NormalizedTUmap,
            "t-SNE-U" => Objective.UmapKernelTSne(),
            "t-EE" => Mixtures.Of("I-KL", "t", Normalization.None),
            "Gaussian UMAP" => Mixtures.Of("fuzzy", "Gaussian", Normalization.None),
            _ when words[0] == "row" => Mixtures.Of(words[1], words[2], Normalization.PointWise),
            _ => Mixtures.Of(words[0], words[1], Normalization.PairWise),
        };
    }

    private static IApproximateGradient Engine(GradientMethod method, Objective objective, Affinities affinities, int dimensions, int threads) =>
        Forces.Engine(method, objective, affinities, dimensions, threads);

    private static Coordinates ThirdAtOnePlace(int count, int dimensions, float span)
    {
        Coordinates positions = SampleMaps.Groups(count, dimensions, span);
        for (int d = 0; d < dimensions; d++)
        {
            positions.Axis(d)[..(count / 3)].Fill(positions.Axis(d)[0]);
        }

        return positions;
    }

    private static void AssertWithin(Objective objective, Affinities affinities, Coordinates positions, string what)
    {
        GradientInputs inputs = new() { Affinities = affinities };
        IGradientEngine exact = ExactGradient.Create(objective, inputs, positions.Dimensions, 2);
        Coordinates expected = Forces.Of(exact, positions);
        foreach ((GradientMethod method, double limit) in Methods)
        {
            IApproximateGradient engine = Engine(method, objective, affinities, positions.Dimensions, 2);
            double error = Forces.Distance(Forces.Of(engine, positions), expected) / Forces.Size(expected);
            Assert.True(error <= limit, $"{objective.Name}, {what}, {method}: error {error:E2}");
            double ofRepulsion = Forces.RepulsionError(objective, affinities, positions, engine);
            Assert.InRange(engine.ForceError(positions), 0.5 * ofRepulsion, 1.5 * ofRepulsion);
            double cost = Math.Abs((engine.Cost(positions, 1) / exact.Cost(positions, 1)) - 1);
            Assert.True(cost <= 0.001, $"{objective.Name}, {what}, {method}: cost {cost:E2}");
        }
    }
}
