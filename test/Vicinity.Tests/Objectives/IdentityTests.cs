using Xunit;

namespace Vicinity.Tests;

/// <summary>Members of the family that are one another under special parameters: the same gradient and, where it says so, the same cost.</summary>
public sealed class IdentityTests
{
    private const double Tolerance = 1e-10;

    private static readonly double[,] Y = AcceptanceGrid.Positions(3);

    [Fact]
    public void Heavy_tails_contain_t_SNE_and_SSNE()
    {
        Same(Pair(new KullbackLeibler(), new HeavyTailed(1)), Pair(new KullbackLeibler(), new StudentT()));
        Same(Pair(new KullbackLeibler(), new HeavyTailed(0)), Pair(new KullbackLeibler(), new Gaussian(1)));
        Same(Pair(new KullbackLeibler(), new HeavyTailedPerPoint(), Equal(0)), Pair(new KullbackLeibler(), new Gaussian(1)));
        Same(Pair(new KullbackLeibler(), new HeavyTailedPerPoint(), Equal(0.7)), Pair(new KullbackLeibler(), new HeavyTailed(0.7)));
    }

    [Fact]
    public void All_tails_are_heavy_ones()
    {
        Same(Pair(new KullbackLeibler(), new InhomogeneousT(1)), Pair(new KullbackLeibler(), new StudentT()));
        Same(Pair(new KullbackLeibler(), new Kobak(1)), Pair(new KullbackLeibler(), new StudentT()));
        Same(Pair(new KullbackLeibler(), new UmapKernel(1, 1)), Pair(new KullbackLeibler(), new StudentT()));
        Same(Pair(new KullbackLeibler(), new InhomogeneousT(3)), Pair(new KullbackLeibler(), new HeavyTailed(0.5), Precision(4.0 / 6)));
        Same(Pair(new KullbackLeibler(), new InhomogeneousTPerPoint(), Equal(3)), Pair(new KullbackLeibler(), new InhomogeneousT(3)));
        Same(Pair(new KullbackLeibler(), new Kobak(0.7)), Pair(new KullbackLeibler(), new HeavyTailed(1 / 0.7)));
        Same(Pair(new KullbackLeibler(), new TTail(2.3)), Pair(new KullbackLeibler(), new HeavyTailed(2 / 2.3), Precision(0.5)));
        Same(Pair(new KullbackLeibler(), new Gaussian(0.4)), Pair(new KullbackLeibler(), new Gaussian(1), Precision(0.4)));
    }

    [Fact]
    public void NeRV_and_JSE_meet_at_their_ends()
    {
        Same(Row(new Nerv(1)), Row(new KullbackLeibler()));
        Same(Row(new JensenShannon(0)), Row(new KullbackLeibler()));
        Same(Row(new JensenShannon(1)), Row(new Nerv(0)));
        Same(Row(new Nerv(0)), Row(new ReverseKullbackLeibler()));
    }

    [Fact]
    public void Alpha_beta_contains_its_relatives()
    {
        Same(Row(new AlphaBeta(1, 0)), Row(new KullbackLeibler()));
        Same(Row(new AlphaBeta(0, 1)), Row(new ReverseKullbackLeibler()));
        Same(Row(new AlphaBeta(0.5, 0.5)), Row(new Hellinger()), 2);
        Same(Row(new AlphaBeta(2, -1)), Row(new ChiSquare()), 0.5);
        Same(Row(new AlphaBeta(1, 1)), Row(new SquareLoss()));
        double[,] p = AcceptanceGrid.Affinities(1, AffinityForm.Row);
        double[,] q = new LiteralEquation(new Gaussian(1), new(), Normalization.PointWise, p, Y).Q;
        double expected = 0.5 * SquareTable.Sum(SquareTable.Of(AcceptanceGrid.Points, (i, j) => Math.Pow(p[i, j] - q[i, j], 2) / p[i, j]));
        Assert.Equal(expected, Row(new AlphaBeta(-1, 2)).Cost(Y), 1e-7 * expected);
    }

    [Theory]
    [InlineData(0.8, 0)]
    [InlineData(0.6, -0.6)]
    [InlineData(0, 0.9)]
    [InlineData(0, 0)]
    public void Alpha_beta_goes_over_into_its_branches(double alpha, double beta)
    {
        double[,] branch = Row(new AlphaBeta(alpha, beta)).Gradient(Y);
        double[,] beside = Row(new AlphaBeta(alpha + 1e-5, beta + 2e-5)).Gradient(Y);
        Assert.InRange(AcceptanceGrid.RelativeError(beside, branch), 1e-9, 2e-3);
        double cost = Row(new AlphaBeta(alpha, beta)).Cost(Y);
        Assert.Equal(cost, Row(new AlphaBeta(alpha + 1e-5, beta + 2e-5)).Cost(Y), 1e-3 * cost);
    }

    /// <summary>The stable form keeps its digits where the naive one has lost them all.</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-7)]
    [InlineData(1e-10)]
    [InlineData(1e-14)]
    public void Jensen_Shannon_goes_over_into_both_Kullback_Leibler(double kappa)
    {
        double[,] rows = AcceptanceGrid.Affinities(1, AffinityForm.Row);
        double[,] p = SquareTable.Of(AcceptanceGrid.Points, (i, j) => 0.5 * (rows[i, j] + (1.0 / (AcceptanceGrid.Points - 1))));
        Near(new MasterEquation<JensenShannon, StudentT>(new(kappa), default, Normalization.PointWise, p),
            new MasterEquation<KullbackLeibler, StudentT>(default, default, Normalization.PointWise, p));
        Near(new MasterEquation<JensenShannon, StudentT>(new(1 - kappa), default, Normalization.PointWise, p),
            new MasterEquation<ReverseKullbackLeibler, StudentT>(default, default, Normalization.PointWise, p));

        void Near(IMasterEquation beside, IMasterEquation limit)
        {
            Assert.InRange(AcceptanceGrid.RelativeError(beside.Gradient(Y), limit.Gradient(Y)), 0, (30 * kappa) + 1e-11);
            Assert.Equal(limit.Cost(Y), beside.Cost(Y), (30 * kappa) + 1e-11);
        }
    }

    [Fact]
    public void The_classical_Jensen_Shannon_divergence_is_a_quarter()
    {
        double[,] p = AcceptanceGrid.Affinities(1, AffinityForm.Joint);
        double[,] q = new LiteralEquation(new StudentT(), new(), Normalization.PairWise, p, Y).Q;
        double classical = SquareTable.Sum(SquareTable.Of(AcceptanceGrid.Points, (i, j) =>
        {
            double middle = 0.5 * (p[i, j] + q[i, j]);
            return 0.5 * ((p[i, j] * Math.Log(p[i, j] / middle)) + (q[i, j] * Math.Log(q[i, j] / middle)));
        }));
        Assert.Equal(classical, Pair(new JensenShannon(0.5), new StudentT()).Cost(Y) / 4, 1e-14);
    }

    [Fact]
    public void Elastic_embedding_with_heavy_tails_is_LargeVis_at_one_and_t_SNE_at_N_over_S()
    {
        double[,] v = AcceptanceGrid.Affinities(1, AffinityForm.Mean);
        double[,] joint = AcceptanceGrid.Affinities(1, AffinityForm.Joint);
        Same(Bare(new GeneralizedKullbackLeibler(0.3), v), Bare(new LargeVis(0.3, 1), v));
        double sum = SquareTable.Sum(new LiteralEquation(new StudentT(), new(), Normalization.PairWise, joint, Y).W);
        Same(Bare(new GeneralizedKullbackLeibler(AcceptanceGrid.Points / sum), v), Pair(new KullbackLeibler(), new StudentT()), AcceptanceGrid.Points);

        static MasterEquation<TDivergence, StudentT> Bare<TDivergence>(TDivergence divergence, double[,] v)
            where TDivergence : struct, IScalarDivergence => new(divergence, default, Normalization.None, v);
    }

    [Fact]
    public void Equal_parameters_of_all_points_change_nothing()
    {
        KernelParameters ones = new() { Precision = Filled(1), LogMass = Filled(0.8) };
        Same(Pair(new JensenShannon(0.4), new StudentT(), ones), Pair(new JensenShannon(0.4), new StudentT()));
        Same(Pair(new JensenShannon(0.4), new Gaussian(1), Precision(0.6), Precision(0.6), Precision(0.6)), Pair(new JensenShannon(0.4), new Gaussian(0.6)));
        double[,] p = AcceptanceGrid.Affinities(1, AffinityForm.Joint);
        Same(new MasterEquation<ChiSquare, StudentT>(default, default, Normalization.Averaged, p), Pair(new ChiSquare(), new StudentT()));
    }

    [Fact]
    public void Weights_by_the_out_degree_of_rows_change_nothing()
    {
        double[,] p = AcceptanceGrid.Affinities(1, AffinityForm.Row);
        KernelParameters degrees = new() { LogMass = [.. SquareTable.RowSums(p).Select(degree => Math.Log(degree))] };
        Same(Pair(new KullbackLeibler(), new StudentT(), degrees), Pair(new KullbackLeibler(), new StudentT()));
    }

    [Fact]
    public void The_parts_of_a_sum_add_with_their_factors()
    {
        RandomAffinities input = new(new(2), AcceptanceGrid.Points);
        Objective twice = Objective.Sum("twice", (1.5, Objective.TSne), (0.5, Objective.TSne));
        double[,] one = SumEquation.Of(Objective.TSne, input.For).Gradient(Y);
        double[,] sum = SumEquation.Of(twice, input.For).Gradient(Y);
        Assert.All(one.Cast<double>().Zip(sum.Cast<double>()), pair => Assert.Equal(2 * pair.First, pair.Second, 1e-14));
        double[,] pulled = SumEquation.Of(twice, input.For).Gradient(Y, 5);
        double[,] firstPulled = SumEquation.Of(Objective.TSne, input.For).Gradient(Y, 5);
        Assert.Equal((1.5 * firstPulled[2, 0]) + (0.5 * one[2, 0]), pulled[2, 0], 1e-14);
    }

    /// <summary>Duplicates, and as few points as there can be.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Few_points_and_duplicates_have_finite_gradients(int count)
    {
        RandomAffinities input = new(new(1), count);
        double[,] y = RandomAffinities.DrawNormal(new(2), count, 2, 1);
        (y[1, 0], y[1, 1]) = (y[0, 0], y[0, 1]);
        foreach ((string _, Normalization normalization, AffinityForm form) in AcceptanceGrid.Normalizations)
        {
            foreach ((string name, IScalarDivergence cost) in AcceptanceGrid.Costs)
            {
                MasterEquation<AnyDivergence, StudentT> equation = new(new(cost), default, normalization, input.Of(form));
                Assert.All(equation.Gradient(y, 4).Cast<double>(), value => Assert.True(double.IsFinite(value), $"{name}, {normalization}"));
            }
        }

        MasterEquation<SammonStress, DistanceKernel> distances = new(default, default, Normalization.None, new double[count, count]);
        Assert.All(distances.Gradient(y).Cast<double>(), value => Assert.Equal(0, value));
        MasterEquation<FuzzyCrossEntropy, UmapKernel> umap = new(default, new(1.9, 0.79, 0.1), Normalization.None, input.Of(AffinityForm.Raw));
        Assert.All(umap.Gradient(y).Cast<double>(), value => Assert.True(double.IsFinite(value)));
    }

    private static MasterEquation<TDivergence, TKernel> Pair<TDivergence, TKernel>(TDivergence divergence, TKernel kernel, params KernelParameters[] scales)
        where TDivergence : struct, IScalarDivergence
        where TKernel : struct, IScalarKernel =>
        new(divergence, kernel, Normalization.PairWise, AcceptanceGrid.Affinities(1, AffinityForm.Joint), scales);

    private static MasterEquation<TDivergence, Gaussian> Row<TDivergence>(TDivergence divergence)
        where TDivergence : struct, IScalarDivergence =>
        new(divergence, new(1), Normalization.PointWise, AcceptanceGrid.Affinities(1, AffinityForm.Row));

    private static KernelParameters Equal(double theta) => new() { Theta = Filled(theta) };

    private static KernelParameters Precision(double beta) => new() { Precision = Filled(beta) };

    private static double[] Filled(double value) => [.. Enumerable.Repeat(value, AcceptanceGrid.Points)];

    /// <summary>The first gradient is the second one times a factor.</summary>
    private static void Same(IMasterEquation first, IMasterEquation second, double factor = 1)
    {
        double[,] expected = second.Gradient(Y);
        double[,] actual = first.Gradient(Y);
        for (int i = 0; i < AcceptanceGrid.Points; i++)
        {
            Assert.Equal(factor * expected[i, 0], actual[i, 0], Tolerance * AcceptanceGrid.Points);
            Assert.Equal(factor * expected[i, 1], actual[i, 1], Tolerance * AcceptanceGrid.Points);
        }
    }
}
