using Xunit;

namespace Vicinity.Tests;

public sealed class GradientCheckTests
{
    public static TheoryData<Objective> Objectives =>
    [
        Objective.TSne,
        Objective.Ssne,
        Objective.TAsne,
        Objective.Asne,
        Objective.Create(new KullbackLeibler(), new Gaussian(0.4f), Normalization.PairWise),
        Mixed(new ReverseKullbackLeibler(), new OwnPrecisionGaussian(), Normalization.PointWise),
        Mixed(new ReverseKullbackLeibler(), new OwnPrecisionGaussian(), Normalization.PairWise),
    ];

    [Theory]
    [MemberData(nameof(Objectives))]
    public void The_gradient_is_the_derivative_of_the_cost(Objective objective)
    {
        for (int seed = 0; seed < 5; seed++)
        {
            Assert.InRange(GradientCheck.Run(objective, seed).RelativeError, 0, 1e-7);
            Assert.InRange(GradientCheck.Run(objective, seed, exaggeration: 12).RelativeError, 0, 1e-7);
        }
    }

    [Theory]
    [InlineData(Normalization.PointWise)]
    [InlineData(Normalization.PairWise)]
    public void A_wrong_derivative_is_found(Normalization normalization) =>
        Assert.InRange(GradientCheck.Run(Mixed(new ReverseKullbackLeibler(), new WrongDecay(), normalization)).RelativeError, 1e-3, 1);

    [Fact]
    public void Given_affinities_and_positions_are_checked_in_any_dimension()
    {
        for (int dimensions = 1; dimensions <= 3; dimensions++)
        {
            Matrix positions = Matrix.Create(12, dimensions, (i, row) => row[0] = i * 0.3f);
            GradientCheck check = GradientCheck.Run(Objective.TSne, SampleAffinities.Draw(1, 12, Normalization.PairWise, 4), positions, 4);
            Assert.InRange(check.RelativeError, 0, 1e-7);
            Assert.True(check.LargestValue > 0.01);
        }
    }

    [Fact]
    public void Numbers_of_points_that_differ_are_refused()
    {
        Matrix positions = Matrix.Create(5, 2, (_, _) => { });
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => GradientCheck.Run(Objective.TSne, SampleAffinities.Draw(1, 12, Normalization.PairWise), positions));
        Assert.Contains("12 points", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientCheck.Run(Objective.TSne, exaggeration: 0.5));
    }

    private static Objective Mixed<TDivergence, TKernel>(TDivergence divergence, TKernel kernel, Normalization normalization)
        where TDivergence : struct, IScalarDivergence
        where TKernel : struct, IScalarKernel =>
        Objective.Create(new ScalarDivergence<TDivergence>(divergence), new ScalarKernel<TKernel>(kernel), normalization);
}
