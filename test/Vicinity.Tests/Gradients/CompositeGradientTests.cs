using Xunit;

namespace Vicinity.Tests;

/// <summary>Costs of distances, sums of costs, costs of several scales, and costs that are reported otherwise: engine against oracle.</summary>
[Trait("Leg", "Simd")]
public sealed class CompositeGradientTests
{
    public static TheoryData<Objective> Distances =>
    [
        Distance(new MetricStress()), Distance(new SquaredStress()), Distance(new NearStress()),
        Distance(new SammonStress()) with { IsDividedByInputTotal = true },
    ];

    public static TheoryData<Objective> Sums =>
    [
        Objective.Sum("EE", (1, Objective.Create(new WeightedAttraction(), new Gaussian(1), Normalization.None) with { AffinityForm = AffinityForm.Joint }),
            (100, Objective.Create(new WeightedRepulsion(), new Gaussian(1), Normalization.None) with { Input = ObjectiveInput.DistanceShares })),
        Objective.Sum("g-SNE", (1, Objective.TSne),
            (0.7, Objective.Create(new KullbackLeibler(), default(FarKernel), Normalization.PairWise) with { Input = ObjectiveInput.FarShares })),
        Objective.Create(new GeneralizedKullbackLeibler(0.01), new StudentT(), Normalization.None) with { AffinityForm = AffinityForm.Mean, IsDividedByInputTotal = true },
    ];

    [Theory]
    [MemberData(nameof(Distances))]
    public void Distances_agree_and_points_at_one_place_feel_no_force(Objective objective)
    {
        foreach (int count in (int[])[2, 3, 17, 40])
        {
            GradientInputs inputs = SampleInputs.Draw(objective, 2, count);
            if (objective.Name.Contains(nameof(NearStress), StringComparison.Ordinal))
            {
                MarkFar(inputs.Distances!);
            }

            AssertAgrees(objective, inputs, SampleInputs.Positions(count, 2, 1.3), 1);
            Coordinates together = SampleInputs.Positions(count, 2, 1.3);
            together.Axis(0)[..(count / 2)].Fill(0.25f);
            together.Axis(1)[..(count / 2)].Fill(0.5f);
            AssertAgrees(objective, inputs, together, 1);
        }
    }

    [Fact]
    public void The_null_map_of_distances_has_all_of_them_at_zero()
    {
        Objective objective = Distance(new MetricStress());
        GradientInputs inputs = SampleInputs.Draw(objective, 2, 20);
        IGradientEngine engine = ExactGradient.Create(objective, inputs, 2, 1);
        Assert.Equal(SquareTable.Sum(SquareTable.Of(20, (i, j) => Math.Pow(inputs.Distances!.Row(i)[j], 2))), engine.NullLoss, 1e-6 * engine.NullLoss);
        Assert.Equal(engine.NullLoss, engine.Loss(new(20, 2)), 1e-6 * engine.NullLoss);
    }

    [Theory]
    [MemberData(nameof(Sums))]
    public void Sums_agree_with_exaggeration_on_the_first_part(Objective objective)
    {
        foreach (int neighbors in (int[])[5, 60])
        {
            GradientInputs inputs = SampleInputs.Draw(objective, 2, 60, neighbors);
            AssertAgrees(objective, inputs, SampleInputs.Positions(60, 2, 1.3), 1);
            AssertAgrees(objective, inputs, SampleInputs.Positions(60, 2, 1.3), 6);
        }
    }

    [Fact]
    public void Several_scales_agree_for_every_normalisation()
    {
        foreach (Normalization normalization in Mixtures.Normalized.Append(Normalization.None))
        {
            foreach (string cost in (string[])["KL", "reverse", "JS"])
            {
                Objective objective = Mixtures.Of(cost, "Gaussian", normalization) with
                {
                    OutputPrecision = OutputPrecision.Scale,
                    AffinityForm = normalization == Normalization.PointWise ? AffinityForm.Row : AffinityForm.Conditional,
                };
                GradientInputs inputs = SampleInputs.Draw(objective, 2, 40, 6) with { Scales = [0.25, 0.0625, 1.5] };
                AssertAgrees(objective, inputs, SampleInputs.Positions(40, 2, 1.3), 1);
                AssertAgrees(objective, inputs, SampleInputs.Positions(40, 3, 1.3), 12);
            }
        }
    }

    [Fact]
    public void Equal_scales_are_one_scale()
    {
        Objective objective = Mixtures.Of("JS", "Gaussian", Normalization.PointWise);
        GradientInputs inputs = SampleInputs.Draw(objective, 2, 40, 6) with { Scales = [1, 1, 1] };
        Coordinates positions = SampleInputs.Positions(40, 2, 1.3);
        IGradientEngine single = ExactGradient.Create(objective, inputs with { Scales = [] }, 2, 1);
        IGradientEngine several = ExactGradient.Create(objective, inputs, 2, 2);
        Coordinates gradient = new(40, 2);
        several.Gradient(positions, 1, gradient);
        Assert.InRange(new GradientOracle(objective, inputs with { Scales = [] }).Error(gradient, positions, 1), 0, 2e-5);
        Assert.Equal(single.Loss(positions), several.Loss(positions), 1e-5);
    }

    [Fact]
    public void A_cost_may_be_descended_and_another_reported()
    {
        Objective told = Objective.Create(new LargeVis(1, 0), new StudentT(), Normalization.None) with { AffinityForm = AffinityForm.Joint };
        Objective descended = Objective.Create(new LargeVis(1, 0.1), new StudentT(), Normalization.None) with { AffinityForm = AffinityForm.Joint };
        GradientInputs inputs = SampleInputs.Draw(told, 2, 40, 6);
        Coordinates positions = SampleInputs.Positions(40, 2, 1.3);
        IGradientEngine engine = ExactGradient.Create(descended with { Reported = told }, inputs, 2, 1);
        double loss = new GradientOracle(told, inputs).Cost(positions);
        double cost = new GradientOracle(descended, inputs).Cost(positions);
        Assert.Equal(loss, engine.Loss(positions), 1e-5 * Math.Abs(loss));
        Assert.Equal(cost, engine.Cost(positions, 1), 1e-5 * Math.Abs(cost));
        Assert.NotEqual(loss, cost, 0.01);
    }

    [Fact]
    public void A_cost_beyond_float_leaves_a_gradient_that_is_not_finite()
    {
        Objective objective = Mixtures.Of("chi2", "Gaussian", Normalization.PairWise);
        GradientInputs inputs = SampleInputs.Draw(objective, 2, 40, 6);
        Coordinates gradient = new(40, 2);
        ExactGradient.Create(objective, inputs, 2, 1).Gradient(SampleInputs.Positions(40, 2, 30), 1, gradient);
        Assert.Contains(gradient.All.ToArray(), value => !float.IsFinite(value));
    }

    [Fact]
    public void A_missing_input_is_named()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => ExactGradient.Create(Distance(new MetricStress()), SampleInputs.Draw(Objective.TSne, 1, 9), 2, 1));
        Assert.Contains("Distances", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ExactGradient.Create(
            Objective.TSne, SampleInputs.Draw(Objective.TSne, 1, 9) with { Parameters = SampleInputs.Parameters(1, 8) }, 2, 1));
    }

    private static Objective Distance<TDivergence>(TDivergence divergence)
        where TDivergence : struct, IDivergence =>
        Objective.Create(divergence, default(DistanceKernel), Normalization.None) with { Input = ObjectiveInput.Distances };

    private static void MarkFar(PairMatrix distances)
    {
        for (int i = 0; i < distances.Count; i++)
        {
            for (int j = 0; j < distances.Count; j++)
            {
                distances.Row(i)[j] *= distances.Row(i)[j] > 2.5f ? -1 : 1;
            }
        }
    }

    private static void AssertAgrees(Objective objective, GradientInputs inputs, Coordinates positions, double exaggeration)
    {
        IGradientEngine engine = ExactGradient.Create(objective, inputs, positions.Dimensions, 2);
        GradientOracle oracle = new(objective, inputs);
        Coordinates gradient = new(positions.Count, positions.Dimensions);
        engine.Gradient(positions, exaggeration, gradient);
        double error = oracle.Error(gradient, positions, exaggeration);
        Assert.True(error < 2e-5, $"{objective.Name}, n {positions.Count}, a {exaggeration}: {error:E2}");
        double cost = oracle.Cost(positions, exaggeration);
        Assert.Equal(cost, engine.Cost(positions, exaggeration), 2e-5 * (1 + Math.Abs(cost)));
    }
}
