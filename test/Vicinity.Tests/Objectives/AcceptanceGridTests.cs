using Xunit;

namespace Vicinity.Tests;

/// <summary>The gradient of every combination of the family is the derivative of its cost.</summary>
public sealed class AcceptanceGridTests
{
    private const double Tolerance = 1e-7;

    [Theory]
    [InlineData(1.0)]
    [InlineData(12.0)]
    public void All_975_combinations_pass_the_finite_differences(double exaggeration)
    {
        List<string> wrong = [];
        int ran = 0;
        foreach ((string norm, Normalization normalization, AffinityForm form) in AcceptanceGrid.Normalizations)
        {
            foreach ((string kernelName, IScalarKernel kernel, Func<SeededRandom, KernelParameters> draw) in AcceptanceGrid.Kernels)
            {
                double[,] y = AcceptanceGrid.Positions(ran % 7);
                KernelParameters parameters = draw(new(ran));
                double[,] p = AcceptanceGrid.Affinities(ran % 11, form);
                foreach ((string cost, IScalarDivergence divergence) in AcceptanceGrid.Costs)
                {
                    MasterEquation<AnyDivergence, AnyKernel> equation = new(new(divergence), new(kernel), normalization, p, parameters);
                    double error = new GradientComparison(equation, y, exaggeration).OfPositions();
                    ran++;
                    if (!(error <= Tolerance))
                    {
                        wrong.Add($"{cost} x {kernelName} x {norm}: {error:E2}");
                    }
                }
            }
        }

        Findings.AreNone(wrong, ran, 975);
        Assert.Equal(975, ran);
    }

    /// <summary>The control: the averaged q of an asymmetric P needs the symmetrised slope.</summary>
    [Fact]
    public void Without_the_symmetrised_slope_the_averaged_gradient_is_wrong_where_weights_are_asymmetric()
    {
        int ran = 0;
        foreach ((string _, IScalarKernel kernel, Func<SeededRandom, KernelParameters> draw) in AcceptanceGrid.Kernels)
        {
            KernelParameters parameters = draw(new(ran));
            if (parameters.Precision is null && parameters.Theta is null)
            {
                continue;
            }

            double[,] y = AcceptanceGrid.Positions(ran);
            double[,] p = AcceptanceGrid.Affinities(ran, AffinityForm.Conditional);
            double[,] right = new MasterEquation<KullbackLeibler, AnyKernel>(default, new(kernel), Normalization.Averaged, p, parameters).Gradient(y);
            LiteralEquation literal = new(kernel, parameters, Normalization.Averaged, p, y);
            Assert.InRange(AcceptanceGrid.RelativeError(literal.Gradient((p, q) => -p / q), right), 0, 1e-12);
            Assert.InRange(AcceptanceGrid.RelativeError(literal.Gradient((p, q) => -p / q, isSymmetrized: false), right), 5e-3, 1);
            ran++;
        }

        Assert.Equal(5, ran);
    }
}
