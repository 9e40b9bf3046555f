using Xunit;

namespace Vicinity.Tests;

/// <summary>The closed force constants of the literature beside the master equation.</summary>
public sealed class FastPathTests
{
    private const double Tolerance = 1e-12;

    /// <summary>k / psi of a normalised P, from p, q, and the sum over the distribution of a summand that the cost names.</summary>
    private static readonly (string Name, IScalarDivergence Divergence, Func<double, double, double> Summand, Func<double, double, double, double> Force)[] Paths =
    [
        ("KL", new KullbackLeibler(), (p, q) => 0, (p, q, _) => p - q),
        ("reverse KL", new ReverseKullbackLeibler(), (p, q) => q * LogRatio(q, p), (p, q, d) => q * (d - LogRatio(q, p))),
        ("NeRV", new Nerv(0.35), (p, q) => q * LogRatio(q, p), (p, q, d) => (0.35 * (p - q)) + (0.65 * q * (d - LogRatio(q, p)))),
        ("JS", new JensenShannon(0.3), (p, q) => q * Math.Log(q / ((0.3 * p) + (0.7 * q))), (p, q, d) => q / 0.3 * (Math.Log(((0.3 * p) + (0.7 * q)) / q) + d)),
        ("chi2", new ChiSquare(), (p, q) => p * p / q, (p, q, sum) => q * ((p * p / (q * q)) - sum)),
        ("Hellinger", new Hellinger(), (p, q) => Math.Sqrt(p * q), (p, q, sum) => q * (Math.Sqrt(p / q) - sum)),
        ("cross-entropy", new CrossEntropy(), (p, q) => (p - q) / (1 - q), (p, q, sum) => ((p - q) / (1 - q)) - (q * sum)),
    ];

    [Fact]
    public void They_give_the_gradient_of_the_master_equation()
    {
        int ran = 0;
        foreach ((string _, Normalization normalization, AffinityForm form) in AcceptanceGrid.Normalizations.Where(item => item.Normalization != Normalization.Averaged))
        {
            foreach ((string _, IScalarKernel kernel, Func<SeededRandom, KernelParameters> draw) in AcceptanceGrid.Kernels)
            {
                double[,] y = AcceptanceGrid.Positions(ran);
                double[,] p = AcceptanceGrid.Affinities(ran % 7, form);
                double[,] f = SquareTable.SquaredDistances(y);
                KernelParameters parameters = draw(new(ran));
                LiteralEquation literal = new(kernel, parameters, normalization, p, y);
                foreach ((string _, IScalarDivergence divergence, Func<double, double, double> summand, Func<double, double, double, double> force) in Paths)
                {
                    double[] rows = SquareTable.RowSums(SquareTable.Of(AcceptanceGrid.Points, (i, j) => summand(p[i, j], literal.Q[i, j])));
                    double[,] closed = literal.FromForces((i, j) => parameters.Decay(new AnyKernel(kernel), f[i, j], i)
                        * force(p[i, j], literal.Q[i, j], normalization == Normalization.PointWise ? rows[i] : rows.Sum()));
                    double[,] gradient = new MasterEquation<AnyDivergence, AnyKernel>(new(divergence), new(kernel), normalization, p, parameters).Gradient(y);
                    Assert.InRange(AcceptanceGrid.RelativeError(gradient, closed), 0, Tolerance);
                    ran++;
                }
            }
        }

        Assert.Equal(3 * 15 * 7, ran);
    }

    [Fact]
    public void The_averaged_one_of_Kullback_Leibler_is_psi_w_over_S_times_p_over_q_less_one()
    {
        double[,] y = AcceptanceGrid.Positions(2);
        double[,] p = AcceptanceGrid.Affinities(2, AffinityForm.Joint);
        KernelParameters parameters = AcceptanceGrid.Precisions(new(4));
        LiteralEquation literal = new(new Gaussian(1), parameters, Normalization.Averaged, p, y);
        double sum = SquareTable.Sum(literal.W);
        double[,] gradient = new MasterEquation<KullbackLeibler, Gaussian>(default, new(1), Normalization.Averaged, p, parameters).Gradient(y);
        double[,] closed = literal.FromForces((i, j) => parameters.Precision![i] * literal.W[i, j] / sum * ((p[i, j] / literal.Q[i, j]) - 1));
        double[,] plain = literal.FromForces((i, j) => parameters.Precision![i] * (p[i, j] - literal.Q[i, j]));
        Assert.InRange(AcceptanceGrid.RelativeError(gradient, closed), 0, Tolerance);
        Assert.InRange(AcceptanceGrid.RelativeError(gradient, plain), 1e-3, 10);
    }

    [Fact]
    public void Costs_that_are_not_normalised_have_the_printed_forces()
    {
        double[,] v = AcceptanceGrid.Affinities(3, AffinityForm.Raw);
        double[,] y = AcceptanceGrid.Positions(3);
        double[,] f = SquareTable.SquaredDistances(y);
        double[,] w = SquareTable.Of(AcceptanceGrid.Points, (i, j) => 1 / (1 + f[i, j]));
        UmapKernel soft = new(1.577, 0.895, 0.1);
        double[,] u = SquareTable.Of(AcceptanceGrid.Points, (i, j) => Math.Exp(soft.LogWeight(f[i, j], 1)));
        LiteralEquation forces = new(new StudentT(), new(), Normalization.PairWise, v, y);

        Agrees(new LargeVis(2, 0.1), new StudentT(), (i, j) => w[i, j] * (v[i, j] - (2 * w[i, j] / (1 - (0.9 * w[i, j])))));
        Agrees(new LargeVis(2, 0.1), new StudentT(), (i, j) => (w[i, j] * v[i, j]) - (2 * w[i, j] / (f[i, j] + 0.1)));
        Agrees(new FuzzyCrossEntropy(0.1), new StudentT(), (i, j) => (v[i, j] - w[i, j]) * w[i, j] / (1 - w[i, j] + 0.1));
        Agrees(new FuzzyCrossEntropy(0), soft, (i, j) => (v[i, j] - u[i, j]) * 0.895 / (f[i, j] + 0.1));
        Agrees(new GeneralizedKullbackLeibler(0.3), new StudentT(), (i, j) => w[i, j] * (v[i, j] - (0.3 * w[i, j])));

        void Agrees<TDivergence, TKernel>(TDivergence divergence, TKernel kernel, Func<int, int, double> force)
            where TDivergence : struct, IScalarDivergence
            where TKernel : struct, IScalarKernel
        {
            double[,] gradient = new MasterEquation<TDivergence, TKernel>(divergence, kernel, Normalization.None, v).Gradient(y);
            Assert.InRange(AcceptanceGrid.RelativeError(gradient, forces.FromForces(force)), 0, 1e-11);
        }
    }

    /// <summary>A normaliser with weighted summands, q = w / sum m w (SCE): k = (1/S)(g - m sum g q) dw/df, here by differences of its I-divergence.</summary>
    [Fact]
    public void A_weighted_normaliser_takes_its_weights_into_the_bracket()
    {
        const double Gamma = 0.4;
        double[,] p = AcceptanceGrid.Affinities(5, AffinityForm.Joint);
        double[,] y = AcceptanceGrid.Positions(5);
        double pairs = AcceptanceGrid.Points * (AcceptanceGrid.Points - 1);
        double[,] m = SquareTable.Of(AcceptanceGrid.Points, (i, j) => (Gamma * pairs * p[i, j]) + 1 - Gamma);
        double[,] w = Weights(y);
        double[,] q = Shares(w);
        double total = SquareTable.Sum(q);
        LiteralEquation forces = new(new StudentT(), new(), Normalization.PairWise, p, y);
        double[,] gradient = forces.FromForces((i, j) => w[i, j] * (p[i, j] - q[i, j] - (m[i, j] * q[i, j] * (1 - total))));
        double[,] moved = (double[,])y.Clone();
        moved[3, 1] += 1e-5;
        double above = Cost(moved);
        moved[3, 1] -= 2e-5;
        Assert.Equal((above - Cost(moved)) / 2e-5, gradient[3, 1], 1e-8);

        double[,] Weights(double[,] at)
        {
            double[,] f = SquareTable.SquaredDistances(at);
            return SquareTable.Of(AcceptanceGrid.Points, (i, j) => 1 / (1 + f[i, j]));
        }

        double[,] Shares(double[,] weights)
        {
            double sum = SquareTable.Sum(SquareTable.Of(AcceptanceGrid.Points, (i, j) => m[i, j] * weights[i, j]));
            return SquareTable.Of(AcceptanceGrid.Points, (i, j) => weights[i, j] / sum);
        }

        double Cost(double[,] at)
        {
            double[,] shares = Shares(Weights(at));
            return SquareTable.Sum(SquareTable.Of(AcceptanceGrid.Points, (i, j) => (p[i, j] * Math.Log(p[i, j] / shares[i, j])) - p[i, j] + shares[i, j]));
        }
    }

    private static double LogRatio(double q, double p) => Math.Log(q / (p + Math.ScaleB(1, -52)));
}
