using Xunit;

namespace Vicinity.Tests;

/// <summary>Formulas that are printed wrong in the literature (docs/theory lists them): each is put in as printed and must disagree; ours must agree.</summary>
public sealed class ErrataTests
{
    private const int Points = AcceptanceGrid.Points;

    private static readonly double[,] Y = AcceptanceGrid.Positions(4);
    private static readonly double[,] F = SquareTable.SquaredDistances(Y);
    private static readonly double[,] Joint = AcceptanceGrid.Affinities(4, AffinityForm.Joint);
    private static readonly LiteralEquation Literal = new(new StudentT(), new(), Normalization.PairWise, Joint, Y);

    [Fact]
    public void E1_the_slope_of_the_reverse_divergence_is_ln_q_over_p_plus_one_not_ln_p_over_q()
    {
        double[,] ours = Gradient(new ReverseKullbackLeibler());
        Agrees(ours, Literal.Gradient((p, q) => Math.Log(q / p) + 1), 1e-9);
        double[,] printed = Literal.Gradient((p, q) => Math.Log(p / q) + 1);
        Assert.Equal(-1, AcceptanceGrid.Cosine(printed, ours), 1e-9);
        double[,] nerv = Gradient(new Nerv(0.35));
        Differs(nerv, Literal.Gradient((p, q) => (-0.35 * p / q) + (0.65 * (Math.Log(p / q) + 1))));
    }

    [Fact]
    public void E2_the_slope_of_the_second_half_of_Jensen_Shannon_is_kappa_p_over_z_plus_ln_q_over_z()
    {
        const double Kappa = 0.3, P = 0.4, Q = 0.25;
        double difference = (Half(Q + 1e-6) - Half(Q - 1e-6)) / 2e-6;
        double z = (Kappa * P) + ((1 - Kappa) * Q);
        double ours = Kappa * ((new JensenShannon(Kappa).Pull(P, Q, Math.Log(Q)) / Q) + (P / z));
        Assert.Equal(difference, ours, 1e-9);
        Assert.Equal(difference, (Kappa * P / z) + Math.Log(Q / z), 1e-9);
        Assert.NotEqual(difference, (Kappa * P / z) - Math.Log(Q / z), 0.1);

        static double Half(double q) => q * Math.Log(q / ((Kappa * P) + ((1 - Kappa) * q)));
    }

    [Fact]
    public void E3_the_slope_of_Jensen_Shannon_is_plus_ln_q_over_z_over_kappa()
    {
        double[,] ours = Gradient(new JensenShannon(0.3));
        Agrees(ours, Literal.Gradient((p, q) => Math.Log(q / ((0.3 * p) + (0.7 * q))) / 0.3));
        Assert.Equal(-1, AcceptanceGrid.Cosine(Literal.Gradient((p, q) => -Math.Log(q / ((0.3 * p) + (0.7 * q))) / 0.3), ours), 1e-12);
    }

    [Fact]
    public void E4_descent_goes_against_the_gradient()
    {
        MasterEquation<KullbackLeibler, StudentT> equation = new(default, default, Normalization.PairWise, Joint);
        double before = equation.Cost(Y);
        Assert.InRange(equation.Cost(Descend(equation, -5)), 0, 0.9 * before);
        Assert.InRange(equation.Cost(Descend(equation, 5)), 1.1 * before, 100);

        EmbeddingRun run = new(SampleAffinities.Draw(4, Points, Normalization.PairWise), Matrix.Create(Points, 2, (i, row) =>
        {
            row[0] = (float)Y[i, 0];
            row[1] = (float)Y[i, 1];
        }), Objective.TSne, 1);
        double start = run.Loss;
        run.Advance(new(30) { LearningRate = 5 });
        Assert.InRange(run.Loss, 0, 0.9 * start);
    }

    [Fact]
    public void E5_the_normaliser_of_t_SNE_pushes_along_y_i_less_y_j()
    {
        double sum = SquareTable.Sum(Literal.W);
        double[,] attraction = Literal.FromForces((i, j) => Joint[i, j] * Literal.W[i, j]);
        double[,] ours = Gradient(new KullbackLeibler());
        for (int i = 0; i < Points; i++)
        {
            double right = 2 * Enumerable.Range(0, Points).Sum(j => Literal.W[i, j] * Literal.W[i, j] / sum * -2 * (Y[i, 0] - Y[j, 0]));
            double printed = 2 * Enumerable.Range(0, Points).Sum(j => Literal.W[i, j] * Literal.W[i, j] / sum * -2 * (Y[j, 0] - Y[i, 0]));
            Assert.Equal(ours[i, 0] - attraction[i, 0], right, 1e-12);
            Assert.Equal(-right, printed, 1e-12);
        }
    }

    [Fact]
    public void E6_Sammon_divides_by_the_sum_of_distances()
    {
        double[,] r = new RandomAffinities(new(4), Points).Distances();
        Objective sammon = Objective.Create(new SammonStress(), new DistanceKernel(), Normalization.None) with
        {
            Input = ObjectiveInput.Distances, IsDividedByInputTotal = true,
        };
        double summands = SquareTable.Sum(SquareTable.Of(Points, (i, j) => Math.Pow(r[i, j] - Math.Sqrt(F[i, j]), 2) / r[i, j]));
        double ours = SumEquation.Of(sammon, _ => r).Cost(Y);
        Assert.Equal(summands / SquareTable.Sum(r), ours, 1e-12);
        Assert.NotEqual(summands / SquareTable.Sum(SquareTable.Of(Points, (i, j) => 1 / r[i, j])), ours, 0.1 * ours);
    }

    [Fact]
    public void M1_a_point_is_no_pair_with_itself()
    {
        double sum = SquareTable.Sum(Literal.W);
        double[,] ours = Gradient(new KullbackLeibler());
        Agrees(ours, Literal.FromForces((i, j) => Literal.W[i, j] * (Joint[i, j] - (Literal.W[i, j] / sum))));
        Differs(ours, Literal.FromForces((i, j) => Literal.W[i, j] * (Joint[i, j] - (Literal.W[i, j] / (sum + Points)))));
    }

    [Fact]
    public void M2_parameters_of_the_points_make_q_asymmetric()
    {
        KernelParameters own = AcceptanceGrid.Precisions(new(4));
        LiteralEquation literal = new(new Gaussian(1), own, Normalization.PairWise, Joint, Y);
        double[,] ours = new MasterEquation<KullbackLeibler, Gaussian>(default, new(1), Normalization.PairWise, Joint, own).Gradient(Y);
        double[] beta = own.Precision!;
        Agrees(ours, literal.FromForces((i, j) => beta[i] * (Joint[i, j] - literal.Q[i, j])));
        Differs(ours, literal.FromForces((i, j) => 0.5 * (beta[i] + beta[j]) * (Joint[i, j] - literal.Q[i, j])));
        Differs(ours, literal.FromForces((i, j) => Joint[i, j] - literal.Q[i, j]));
        Assert.True(Math.Abs(literal.Q[0, 1] - literal.Q[1, 0]) > 1e-3 * literal.Q[0, 1]);
    }

    [Fact]
    public void M3_many_degrees_of_freedom_give_half_the_precision_of_SNE()
    {
        InhomogeneousT many = new(1e8);
        Assert.Equal(-1.5, many.LogWeight(3, 1), 1e-6);
        Assert.NotEqual(new Gaussian(1).LogWeight(3, 1), many.LogWeight(3, 1), 1);
        Assert.Equal(-3, new Kobak(1e8).LogWeight(3, 1), 1e-6);
    }

    [Fact]
    public void M4_HSSNE_at_zero_is_a_limit_and_not_a_value()
    {
        Assert.NotEqual(Math.Exp(-3), Math.Pow(1 + (0.0 * 3), -1 / 0.0), 0.1);
        Assert.Equal(-3, new HeavyTailed(0).LogWeight(3, 1));
        Assert.Equal(1, new HeavyTailed(0).Decay(3, 1));
    }

    [Fact]
    public void M5_the_mixture_weights_of_Jensen_Shannon_have_no_Kullback_Leibler_limits()
    {
        double forward = Equation(new KullbackLeibler()).Cost(Y);
        const double Kappa = 1e-6;
        double ours = Equation(new JensenShannon(Kappa)).Cost(Y);
        Assert.Equal(forward, ours, 1e-4 * forward);
        Assert.Equal(forward, Equation(new JensenShannon(0)).Cost(Y), 1e-12);
        Assert.InRange(Mixture(Kappa), 0, 1e-5 * forward);
        Assert.Equal(Kappa * (1 - Kappa) * ours, Mixture(Kappa), 1e-3 * Mixture(Kappa));

        // A clamp at a hundredth is not the limit either.
        Assert.NotEqual(forward, Equation(new JensenShannon(0.01)).Cost(Y), 1e-3 * forward);

        static double Mixture(double kappa) => SquareTable.Sum(SquareTable.Of(Points, (i, j) =>
        {
            double z = (kappa * Joint[i, j]) + ((1 - kappa) * Literal.Q[i, j]);
            return (kappa * Joint[i, j] * Math.Log(Joint[i, j] / z)) + ((1 - kappa) * Literal.Q[i, j] * Math.Log(Literal.Q[i, j] / z));
        }));
    }

    [Fact]
    public void M6_costs_of_distances_are_full_sums_with_full_gradients()
    {
        double[,] r = new RandomAffinities(new(4), Points).Distances();
        double[,] d = SquareTable.Of(Points, (i, j) => Math.Sqrt(F[i, j]));
        double full = SquareTable.Sum(SquareTable.Of(Points, (i, j) => Math.Pow(r[i, j] - d[i, j], 2)));
        MasterEquation<MetricStress, DistanceKernel> metric = new(default, default, Normalization.None, r);
        MasterEquation<SquaredStress, DistanceKernel> squared = new(default, default, Normalization.None, r);
        Assert.Equal(full, metric.Cost(Y), 1e-9);
        Assert.NotEqual(full / 2, metric.Cost(Y), 1e-9);
        double four = -4 * Enumerable.Range(1, Points - 1).Sum(j => (r[0, j] - d[0, j]) / d[0, j] * (Y[0, 0] - Y[j, 0]));
        double eight = -8 * Enumerable.Range(1, Points - 1).Sum(j => ((r[0, j] * r[0, j]) - F[0, j]) * (Y[0, 0] - Y[j, 0]));
        Assert.Equal(four, metric.Gradient(Y)[0, 0], 1e-9);
        Assert.Equal(eight, squared.Gradient(Y)[0, 0], 1e-8);
        Assert.NotEqual(four / 2, metric.Gradient(Y)[0, 0], 1e-3);
    }

    [Fact]
    public void M7_scaling_P_cancels_in_the_force()
    {
        double[,] tripled = SquareTable.Of(Points, (i, j) => 3 * Joint[i, j]);
        MasterEquation<KullbackLeibler, StudentT> ours = new(default, default, Normalization.PairWise, tripled);
        double[,] gradient = ours.Gradient(Y);
        Assert.InRange(new GradientComparison(ours, Y, 1).OfPositions(), 0, 1e-7);
        Agrees(gradient, Literal.FromForces((i, j) => Literal.W[i, j] * (tripled[i, j] - (3 * Literal.Q[i, j]))));
        Differs(gradient, Literal.FromForces((i, j) => Literal.W[i, j] * (tripled[i, j] - Literal.Q[i, j])));
    }

    [Fact]
    public void M10_averaged_q_with_asymmetric_P_takes_the_symmetrised_slope()
    {
        double[,] conditional = AcceptanceGrid.Affinities(4, AffinityForm.Conditional);
        KernelParameters own = AcceptanceGrid.Precisions(new(4));
        LiteralEquation literal = new(new Gaussian(1), own, Normalization.Averaged, conditional, Y);
        double[,] ours = new MasterEquation<ChiSquare, Gaussian>(default, new(1), Normalization.Averaged, conditional, own).Gradient(Y);
        Agrees(ours, literal.Gradient((p, q) => 1 - (p * p / (q * q))));
        Differs(ours, literal.Gradient((p, q) => 1 - (p * p / (q * q)), isSymmetrized: false));
    }

    private static MasterEquation<TDivergence, StudentT> Equation<TDivergence>(TDivergence divergence)
        where TDivergence : struct, IScalarDivergence => new(divergence, default, Normalization.PairWise, Joint);

    private static double[,] Gradient<TDivergence>(TDivergence divergence)
        where TDivergence : struct, IScalarDivergence => Equation(divergence).Gradient(Y);

    private static double[,] Descend(MasterEquation<KullbackLeibler, StudentT> equation, double rate)
    {
        double[,] y = (double[,])Y.Clone();
        for (int step = 0; step < 20; step++)
        {
            double[,] gradient = equation.Gradient(y);
            for (int k = 0; k < y.Length; k++)
            {
                y[k / 2, k % 2] += rate * gradient[k / 2, k % 2];
            }
        }

        return y;
    }

    private static void Agrees(double[,] ours, double[,] formula, double tolerance = 1e-12) =>
        Assert.InRange(AcceptanceGrid.RelativeError(ours, formula), 0, tolerance);

    private static void Differs(double[,] ours, double[,] printed) => Assert.InRange(AcceptanceGrid.RelativeError(printed, ours), 0.02, 1e3);
}
