using Xunit;

namespace Vicinity.Tests;

public sealed class LbfgsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(14)]
    public void The_direction_is_that_of_the_dense_update_over_the_last_ten_pairs(int pairs)
    {
        SeededRandom random = new(pairs);
        Lbfgs search = new();
        List<(double[] Step, double[] Change)> kept = [];
        for (int k = 0; k < pairs; k++)
        {
            double[] step = Normal(random);
            double[] change = [.. step.Select((value, i) => ((i + 1) * value) + (0.1 * random.NextNormal()))];
            search.Learn(step, change);
            kept.Add((step, change));
        }

        double[] gradient = Normal(random);
        double[] direction = new double[gradient.Length];
        Assert.Equal(1, search.Find(gradient, 1, direction));
        double[] expected = DenseDirection(kept.TakeLast(10), gradient);
        Assert.All(Enumerable.Range(0, gradient.Length), i => Assert.Equal(expected[i], direction[i], 1e-9));
    }

    [Fact]
    public void Without_memory_it_goes_straight_down_by_a_short_step()
    {
        Lbfgs search = new();
        search.Learn([1, 0], [1, 0]);
        search.Forget();
        double[] direction = new double[2];
        Assert.Equal(1.0 / 26, search.Find([3, 4], 1, direction), 1e-15);
        Assert.Equal([-3, -4], direction);
    }

    [Fact]
    public void A_step_along_which_the_cost_curves_down_is_not_learned()
    {
        Lbfgs search = new();
        search.Learn([1, 0], [-1, 0]);
        double[] direction = new double[2];
        search.Find([3, 4], 1, direction);
        Assert.Equal([-3, -4], direction);
    }

    [Fact]
    public void The_minimum_of_a_bent_valley_is_reached()
    {
        FunctionEngine valley = new(
            x => (100 * Math.Pow(x[1] - (x[0] * x[0]), 2)) + Math.Pow(1 - x[0], 2),
            x => [(-400 * x[0] * (x[1] - (x[0] * x[0]))) - (2 * (1 - x[0])), 200 * (x[1] - (x[0] * x[0]))]);
        Coordinates positions = new(2, 1);
        (positions.Axis(0)[0], positions.Axis(0)[1]) = (-1.2f, 1);
        LineSearchDescent descent = new(new Lbfgs(), 2, 1);
        for (int i = 0; i < 60 && descent.Step(valley, positions, new(1)) == StepOutcome.Moved; i++)
        {
        }

        Assert.Equal(1, positions.Axis(0)[0], 1e-2);
        Assert.Equal(1, positions.Axis(0)[1], 1e-2);
        Assert.InRange(valley.Evaluations, 10, 150);
    }

    [Fact]
    public void At_a_minimum_the_descent_says_so_and_moves_nothing()
    {
        FunctionEngine bowl = new(x => x[0] * x[0], x => [2 * x[0]]);
        Coordinates positions = new(1, 1);
        Assert.Equal(StepOutcome.Stalled, new LineSearchDescent(new Lbfgs(), 1, 1).Step(bowl, positions, new(1)));
        Assert.Equal(0, positions.Axis(0)[0]);
    }

    private static double[] Normal(SeededRandom random) => [.. Enumerable.Range(0, 6).Select(_ => random.NextNormal())];

    /// <summary>-H g with H updated pair by pair, H = (I - s y'/y's) H (I - y s'/y's) + s s'/y's.</summary>
    private static double[] DenseDirection(IEnumerable<(double[] Step, double[] Change)> pairs, double[] gradient)
    {
        int n = gradient.Length;
        (double[] last, double[] lastChange) = pairs.Last();
        double[,] h = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            h[i, i] = Dot(last, lastChange) / Dot(lastChange, lastChange);
        }

        foreach ((double[] s, double[] y) in pairs)
        {
            double rho = 1 / Dot(s, y);
            double[,] left = Table(n, (i, j) => (i == j ? 1 : 0) - (rho * s[i] * y[j]));
            double[,] inner = Table(n, (i, j) => Enumerable.Range(0, n).Sum(k => left[i, k] * h[k, j]));
            h = Table(n, (i, j) => Enumerable.Range(0, n).Sum(k => inner[i, k] * left[j, k]) + (rho * s[i] * s[j]));
        }

        return [.. Enumerable.Range(0, n).Select(i => -Enumerable.Range(0, n).Sum(j => h[i, j] * gradient[j]))];
    }

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    private static double[,] Table(int n, Func<int, int, double> entry)
    {
        double[,] table = new double[n, n];
        for (int i = 0; i < n * n; i++)
        {
            table[i / n, i % n] = entry(i / n, i % n);
        }

        return table;
    }
}
