using Xunit;

namespace Vicinity.Tests;

/// <summary>Slopes in the parameters of the points: beta_i, alpha_i, nu_i, for every cost and normalisation.</summary>
public sealed class ParameterGradientTests
{
    private const double Tolerance = 1e-7;

    [Theory]
    [InlineData(1.0)]
    [InlineData(12.0)]
    public void Slopes_in_the_parameters_are_the_derivatives_of_the_cost(double exaggeration)
    {
        List<string> wrong = [];
        int ran = 0;
        foreach ((string norm, Normalization normalization, AffinityForm form) in AcceptanceGrid.Normalizations)
        {
            double[,] p = AcceptanceGrid.Affinities(ran % 5, form);
            foreach ((string cost, IScalarDivergence divergence) in AcceptanceGrid.Costs)
            {
                SeededRandom random = new(ran);
                KernelParameters precisions = AcceptanceGrid.Precisions(random);
                KernelParameters alphas = precisions with { Theta = AcceptanceGrid.Draw(random, 0.2, 1.8) };
                KernelParameters freedoms = new() { Theta = AcceptanceGrid.Draw(random, 0.6, 6) };
                (string, double)[] errors =
                [
                    ("beta, Gaussian", Compare(new Gaussian(1)).OfPrecisions(precisions)),
                    ("beta, heavy", Compare(new HeavyTailedPerPoint()).OfPrecisions(alphas)),
                    ("alpha", Compare(new HeavyTailedPerPoint()).OfThetas(alphas)),
                    ("nu", Compare(new InhomogeneousTPerPoint()).OfThetas(freedoms)),
                ];
                ran += errors.Length;
                wrong.AddRange(errors.Where(e => !(e.Item2 <= Tolerance)).Select(e => $"{e.Item1}, {cost}, {norm}: {e.Item2:E2}"));

                GradientComparison Compare<TKernel>(TKernel kernel)
                    where TKernel : struct, IScalarKernel =>
                    new(new MasterEquation<AnyDivergence, TKernel>(new(divergence), kernel, normalization, p), AcceptanceGrid.Positions(3), exaggeration);
            }
        }

        Findings.AreNone(wrong, ran, 260);
    }

    [Fact]
    public void For_Kullback_Leibler_they_are_the_printed_sums()
    {
        double[,] y = AcceptanceGrid.Positions(1);
        double[,] f = SquareTable.SquaredDistances(y);
        double[,] p = AcceptanceGrid.Affinities(1, AffinityForm.Row);
        KernelParameters parameters = new() { Theta = AcceptanceGrid.Draw(new(5), 0.2, 1.8) };
        double[,] q = new LiteralEquation(new HeavyTailedPerPoint(), parameters, Normalization.PointWise, p, y).Q;
        double[] slope = new MasterEquation<KullbackLeibler, HeavyTailedPerPoint>(default, default, Normalization.PointWise, p, parameters).ThetaSlope(y);
        for (int i = 0; i < AcceptanceGrid.Points; i++)
        {
            double alpha = parameters.Theta[i];
            double expected = Enumerable.Range(0, AcceptanceGrid.Points).Where(j => j != i).Sum(j =>
                (1 - (1 / (1 + (alpha * f[i, j]))) - Math.Log(1 + (alpha * f[i, j]))) * (p[i, j] - q[i, j]) / (alpha * alpha));
            Assert.Equal(expected, slope[i], 1e-12);
        }
    }

    [Theory]
    [InlineData(LearnedParameter.Beta)]
    [InlineData(LearnedParameter.Alpha)]
    [InlineData(LearnedParameter.DegreesOfFreedom)]
    public void The_check_looks_at_the_learned_parameter(LearnedParameter learned)
    {
        Objective objective = learned switch
        {
            LearnedParameter.Beta => Objective.Asne,
            LearnedParameter.Alpha => Objective.Create(new KullbackLeibler(), new HeavyTailedPerPoint(), Normalization.PairWise),
            _ => Objective.Create(new KullbackLeibler(), new InhomogeneousTPerPoint(), Normalization.PointWise),
        };
        Assert.InRange(GradientCheck.Run(objective with { Learned = learned }, 1, 4).RelativeError, 0, Tolerance);
        Objective wrong = Objective.Create(new KullbackLeibler(), new WrongThetaSlope(), Normalization.PairWise);
        Assert.InRange(GradientCheck.Run(wrong).RelativeError, 0, Tolerance);
        Assert.InRange(GradientCheck.Run(wrong with { Learned = LearnedParameter.Alpha }).RelativeError, 1e-3, 10);
    }

    [Fact]
    public void A_kernel_without_a_parameter_has_no_slope_in_it() =>
        Assert.Throws<InvalidOperationException>(() => GradientCheck.Run(Objective.TSne with { Learned = LearnedParameter.Alpha }));
}
