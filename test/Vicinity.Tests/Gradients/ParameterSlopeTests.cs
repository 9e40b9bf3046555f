using Xunit;

namespace Vicinity.Tests;

/// <summary>The slopes of the cost in the parameters of the points, float engine against the master equation.</summary>
[Trait("Leg", "Simd")]
public sealed class ParameterSlopeTests
{
    private static readonly Normalization[] All = [.. Mixtures.Normalized, Normalization.None];

    public static TheoryData<string, LearnedParameter> Kernels => new()
    {
        { "Gaussian", LearnedParameter.Beta },
        { "heavy i", LearnedParameter.Beta },
        { "heavy i", LearnedParameter.Alpha },
        { "nu i", LearnedParameter.DegreesOfFreedom },
    };

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Slopes_agree_for_every_normalisation(string kernel, LearnedParameter learned)
    {
        foreach (Normalization normalization in All)
        {
            foreach (string cost in (string[])["KL", "reverse", "JS", "square"])
            {
                Objective objective = Mixtures.Of(cost, kernel, normalization) with { Learned = learned, AffinityForm = Form(normalization) };
                GradientInputs inputs = SampleInputs.Draw(objective, 3, 60, 7) with { Parameters = SampleInputs.Parameters(3, 60) };
                AssertAgrees(objective, inputs, SampleInputs.Positions(60, 2, 1.2));
                AssertAgrees(objective, inputs, SampleInputs.Positions(60, 2, 9));
            }
        }
    }

    [Fact]
    public void New_parameters_are_taken()
    {
        Objective objective = Mixtures.Of("KL", "heavy i", Normalization.PointWise) with { Learned = LearnedParameter.Alpha };
        GradientInputs inputs = SampleInputs.Draw(objective, 3, 40, 7);
        Coordinates positions = SampleInputs.Positions(40, 2, 1.2);
        IGradientEngine engine = ExactGradient.Create(objective, inputs, 2, 1);
        Assert.Equal(new GradientOracle(objective, inputs).Cost(positions), engine.Loss(positions), 1e-4);
        inputs = inputs with { Parameters = SampleInputs.Parameters(5, 40) };
        engine.SetParameters(inputs.Parameters);
        Assert.Equal(new GradientOracle(objective, inputs).Cost(positions), engine.Loss(positions), 1e-4);
    }

    [Fact]
    public void What_was_asked_before_makes_no_difference()
    {
        Objective objective = Mixtures.Of("KL", "heavy i", Normalization.PointWise) with { Learned = LearnedParameter.Alpha };
        GradientInputs inputs = SampleInputs.Draw(objective, 3, 40, 7);
        (Coordinates positions, Coordinates other) = (SampleInputs.Positions(40, 2, 1.2), SampleInputs.Positions(40, 2, 3));
        IGradientEngine engine = ExactGradient.Create(objective, inputs, 2, 1);
        foreach (int seed in (int[])[5, 5, 6])
        {
            inputs = inputs with { Parameters = SampleInputs.Parameters(seed, 40) };
            engine.SetParameters(inputs.Parameters);
            foreach ((Coordinates map, double exaggeration) in ((Coordinates, double)[])[(positions, 1), (positions, 4), (positions, 4), (other, 4), (positions, 1)])
            {
                Coordinates gradient = new(40, 2);
                Coordinates expected = new(40, 2);
                IGradientEngine fresh = ExactGradient.Create(objective, inputs, 2, 1);
                fresh.Gradient(map, exaggeration, expected);
                Assert.Equal(ExactGradient.Create(objective, inputs, 2, 1).Cost(map, exaggeration), engine.Cost(map, exaggeration));
                engine.Gradient(map, exaggeration, gradient);
                Assert.Equal(expected.All.ToArray(), gradient.All.ToArray());
            }
        }
    }

    [Fact]
    public void Points_without_parameters_have_no_slopes()
    {
        IGradientEngine engine = ExactGradient.Create(Objective.TSne, SampleInputs.Draw(Objective.TSne, 1, 9), 2, 1);
        Assert.Throws<InvalidOperationException>(() => engine.SetParameters(new()));
        Assert.Throws<InvalidOperationException>(() => engine.ParameterSlope(new(9, 2), 1, new double[9]));
        Objective stubborn = Objective.TSne with { Learned = LearnedParameter.Alpha };
        Assert.Throws<ArgumentException>(() => ExactGradient.Create(stubborn, SampleInputs.Draw(stubborn, 1, 9), 2, 1));
    }

    /// <summary>Asymmetric wherever that is legal.</summary>
    private static AffinityForm Form(Normalization normalization) => normalization switch
    {
        Normalization.PointWise => AffinityForm.Row,
        Normalization.None => AffinityForm.Joint,
        _ => AffinityForm.Conditional,
    };

    private static void AssertAgrees(Objective objective, GradientInputs inputs, Coordinates positions)
    {
        IGradientEngine engine = ExactGradient.Create(objective, inputs, 2, 2);
        GradientOracle oracle = new(objective, inputs);
        double[] slopes = new double[positions.Count];
        foreach (double exaggeration in (double[])[1, 12])
        {
            engine.ParameterSlope(positions, exaggeration, slopes);
            double[] expected = oracle.Slopes(positions, exaggeration);
            double error = slopes.Zip(expected, (a, b) => Math.Abs(a - b)).Max() / expected.Max(Math.Abs);
            Assert.True(error < 2e-5, $"{objective.Name}, a {exaggeration}: {error:E2}");
        }
    }
}
