using Xunit;

namespace Vicinity.Tests;

/// <summary>The master equation against the printed formulas of single methods, written out again here.</summary>
public sealed class MasterEquationTests
{
    private const int Points = 23;

    [Theory]
    [InlineData(1.0)]
    [InlineData(12.0)]
    public void With_Student_t_over_all_pairs_it_is_the_gradient_of_t_SNE(double exaggeration)
    {
        double[,] p = SampleAffinities.Dense(SampleAffinities.Draw(1, Points, Normalization.PairWise));
        double[,] y = RandomAffinities.DrawNormal(new(2), Points, 2, 1.5);
        double[,] w = Table((i, j) => 1 / (1 + Squared(y, i, j)));
        double sum = w.Cast<double>().Sum();
        double total = p.Cast<double>().Sum();
        MasterEquation<KullbackLeibler, StudentT> equation = new(default, default, Normalization.PairWise, p);
        double[,] gradient = equation.Gradient(y, exaggeration);
        for (int i = 0; i < Points; i++)
        {
            double expected = 4 * Enumerable.Range(0, Points).Sum(j =>
                ((exaggeration * p[i, j]) - (total * w[i, j] / sum)) * w[i, j] * (y[i, 0] - y[j, 0]));
            Assert.Equal(expected, gradient[i, 0], 1e-14);
        }

        double cost = Table((i, j) => p[i, j] == 0 ? 0 : p[i, j] * Math.Log(p[i, j] * sum / w[i, j])).Cast<double>().Sum();
        Assert.Equal(cost, equation.Cost(y), 1e-13);
    }

    [Fact]
    public void With_a_Gaussian_per_row_it_is_the_gradient_of_SNE()
    {
        double[,] p = SampleAffinities.Dense(SampleAffinities.Draw(1, Points, Normalization.PointWise));
        double[,] y = RandomAffinities.DrawNormal(new(2), Points, 2, 1);
        double[] sums = [.. Enumerable.Range(0, Points).Select(i => Enumerable.Range(0, Points).Sum(j => W(y, i, j)))];
        double[,] gradient = new MasterEquation<KullbackLeibler, Gaussian>(default, new(1), Normalization.PointWise, p).Gradient(y, 1);
        for (int i = 0; i < Points; i++)
        {
            double expected = 2 * Enumerable.Range(0, Points).Sum(j =>
                (p[i, j] - (W(y, i, j) / sums[i]) + p[j, i] - (W(y, j, i) / sums[j])) * (y[i, 1] - y[j, 1]));
            Assert.Equal(expected, gradient[i, 1], 2e-7);
        }
    }

    [Fact]
    public void Rows_whose_weights_all_underflow_stay_finite()
    {
        double[,] y = { { 0, 0 }, { 1e3, 0 }, { 0, 1e3 } };
        double[,] p = { { 0, 0.5, 0.5 }, { 0.5, 0, 0.5 }, { 0.5, 0.5, 0 } };
        MasterEquation<KullbackLeibler, Gaussian> equation = new(default, new(1), Normalization.PointWise, p);
        Assert.True(double.IsFinite(equation.Cost(y)));
        Assert.All(equation.Gradient(y, 1).Cast<double>(), value => Assert.True(double.IsFinite(value)));
    }

    private static double W(double[,] y, int i, int j) => i == j ? 0 : Math.Exp(-Squared(y, i, j));

    private static double Squared(double[,] y, int i, int j) =>
        ((y[i, 0] - y[j, 0]) * (y[i, 0] - y[j, 0])) + ((y[i, 1] - y[j, 1]) * (y[i, 1] - y[j, 1]));

    private static double[,] Table(Func<int, int, double> entry)
    {
        double[,] table = new double[Points, Points];
        for (int i = 0; i < Points; i++)
        {
            for (int j = 0; j < Points; j++)
            {
                table[i, j] = i == j ? 0 : entry(i, j);
            }
        }

        return table;
    }
}
