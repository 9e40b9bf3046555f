using Xunit;

namespace Vicinity.Tests;

/// <summary>The float engine against the master equation in double, over products of costs, kernels, normalisations, sizes and spans.</summary>
public sealed class MixtureGradientTests
{
    private const double Tolerance = 2e-5;

    private static readonly string[] GeneralizedCosts = ["I-KL", "I-reverse", "I-NeRV", "JS", "LargeVis", "fuzzy", "attraction", "square"];

    public static TheoryData<string> Costs => [.. Mixtures.Costs];

    public static TheoryData<string> Generalized => [.. GeneralizedCosts];

    [Theory]
    [MemberData(nameof(Costs))]
    public void Agrees_for_every_kernel_and_normalisation(string cost)
    {
        int seen = 0;
        foreach (string kernel in Mixtures.Kernels)
        {
            foreach (Normalization normalization in Mixtures.Normalized)
            {
                Objective objective = Mixtures.Of(cost, kernel, normalization);
                GradientInputs inputs = Inputs(objective, kernel, 33, 4);
                seen += AssertAgrees(objective, inputs, SampleInputs.Positions(33, 2, 0.9)) ? 1 : 0;
                inputs = Inputs(objective, kernel, 26, int.MaxValue);
                seen += AssertAgrees(objective, inputs, SampleInputs.Positions(26, 2, 0.9)) ? 1 : 0;
            }
        }

        Assert.Equal(2 * Mixtures.Kernels.Length * Mixtures.Normalized.Length, seen);
    }

    [Theory]
    [MemberData(nameof(Generalized))]
    public void Agrees_for_every_kernel_where_nothing_is_normalised(string cost)
    {
        foreach (string kernel in Mixtures.Kernels)
        {
            Objective objective = Mixtures.Of(cost, kernel, Normalization.None) with { AffinityForm = AffinityForm.Joint };
            Assert.True(AssertAgrees(objective, Inputs(objective, kernel, 33, 4), SampleInputs.Positions(33, 2, 1.3)));
            Assert.True(AssertAgrees(objective, Inputs(objective, kernel, 26, int.MaxValue), SampleInputs.Positions(26, 3, 1.3)));
        }
    }

    [Theory]
    [MemberData(nameof(Costs))]
    public void Agrees_for_every_small_size_and_dimension(string cost)
    {
        foreach (Normalization normalization in Mixtures.Normalized)
        {
            foreach (string kernel in (string[])["t", "heavy i"])
            {
                for (int count = 1; count <= 40; count++)
                {
                    Objective objective = Mixtures.Of(cost, kernel, normalization);
                    GradientInputs inputs = Inputs(objective, kernel, count, count % 2 == 0 ? int.MaxValue : 3);
                    AssertAgrees(objective, inputs, SampleInputs.Positions(count, 1 + (count % 3), 1.5));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Costs))]
    public void Agrees_at_the_scale_of_a_start_and_in_a_wide_map(string cost)
    {
        foreach (Normalization normalization in Mixtures.Normalized)
        {
            foreach (string kernel in (string[])["t", "Gaussian", "nu i"])
            {
                Objective objective = Mixtures.Of(cost, kernel, normalization);
                GradientInputs inputs = Inputs(objective, kernel, 150, 8);
                AssertAgrees(objective, inputs, SampleInputs.Positions(150, 2, 1e-4));
                AssertAgrees(objective, inputs, SampleInputs.Positions(150, 2, 5));
                AssertAgrees(objective, inputs, SampleInputs.Positions(150, 2, 100));
            }
        }
    }

    [Theory]
    [InlineData(AffinityForm.Conditional)]
    [InlineData(AffinityForm.Matrix)]
    [InlineData(AffinityForm.Raw)]
    public void Agrees_for_affinities_that_are_not_symmetric(AffinityForm form)
    {
        foreach (Normalization normalization in (Normalization[])[Normalization.PairWise, Normalization.Averaged, Normalization.None])
        {
            foreach (string cost in (string[])["KL", "reverse", "JS", "cross-entropy"])
            {
                foreach (string kernel in (string[])["t", "heavy i"])
                {
                    Objective objective = Mixtures.Of(cost, kernel, normalization) with { AffinityForm = form };
                    Assert.True(AssertAgrees(objective, Inputs(objective, kernel, 40, 5), SampleInputs.Positions(40, 2, 1.3)));
                    Assert.True(AssertAgrees(objective, Inputs(objective, kernel, 40, 50), SampleInputs.Positions(40, 2, 1.3)));
                }
            }
        }
    }

    [Fact]
    public void Agrees_for_weights_by_degree()
    {
        foreach (string kernel in (string[])["t", "Gaussian"])
        {
            Objective objective = Mixtures.Of("KL", kernel, Normalization.PairWise) with { IsWeightedByDegree = true };
            Assert.True(AssertAgrees(objective, SampleInputs.Draw(objective, 5, 80, 6), SampleInputs.Positions(80, 2, 1.3)));
        }
    }

    private static GradientInputs Inputs(Objective objective, string kernel, int count, int neighbors)
    {
        GradientInputs inputs = SampleInputs.Draw(objective, count, count, neighbors);
        return Mixtures.IsPerPoint(kernel) ? inputs with { Parameters = SampleInputs.Parameters(count, count) } : inputs;
    }

    /// <summary>False if the truth itself leaves the range of float, so that there is nothing to agree with.</summary>
    private static bool AssertAgrees(Objective objective, GradientInputs inputs, Coordinates positions)
    {
        IGradientEngine engine = ExactGradient.Create(objective, inputs, positions.Dimensions, 2);
        GradientOracle oracle = new(objective, inputs);
        Coordinates gradient = new(positions.Count, positions.Dimensions);
        foreach (double exaggeration in (double[])[1, 12])
        {
            double cost = oracle.Cost(positions, exaggeration);
            if (!double.IsFinite(cost) || Math.Abs(cost) > 1e20)
            {
                return false;
            }

            engine.Gradient(positions, exaggeration, gradient);
            double error = oracle.Error(gradient, positions, exaggeration);
            string name = $"{objective.Name}, n {positions.Count}, K {positions.Dimensions}, a {exaggeration}";
            Assert.True(error < Tolerance, $"{name}: error of the gradient {error:E2}");
            double costError = Math.Abs(engine.Cost(positions, exaggeration) - cost) / (1 + Math.Abs(cost));
            Assert.True(costError < Tolerance, $"{name}: error of the cost {costError:E2}");
        }

        return true;
    }

    /// <summary>The weights of its row are just within the range of float, and its force is a small difference of large numbers.</summary>
    [Theory]
    [InlineData(8.1)]
    [InlineData(8.2)]
    public void A_lone_point_whose_weights_nearly_underflow_is_not_blown_away(double distance)
    {
        foreach (Objective objective in (Objective[])
            [
                Objective.Create(new ReverseKullbackLeibler(), new Gaussian(1), Normalization.PointWise),
                Objective.Create(new Nerv(0.35), new Gaussian(1), Normalization.PointWise),
                Objective.Create(new AlphaBeta(0.2, 0.3), new Gaussian(1), Normalization.PointWise),
            ])
        {
            GradientInputs inputs = SampleInputs.Draw(objective, 3, 60, 6);
            Coordinates positions = SampleInputs.Positions(60, 2, 0.02);
            positions.Axis(0)[0] = (float)distance;
            Coordinates gradient = new(60, 2);
            ExactGradient.Create(objective, inputs, 2, 1).Gradient(positions, 1, gradient);
            double expected = new GradientOracle(objective, inputs).Gradient(positions, 1)[0, 0];
            Assert.Equal(1, gradient.Axis(0)[0] / expected, 0.01);
        }
    }
}
