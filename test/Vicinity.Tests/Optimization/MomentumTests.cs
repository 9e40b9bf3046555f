using Xunit;

namespace Vicinity.Tests;

/// <summary>Momentum and Nesterov's acceleration.</summary>
public sealed class MomentumTests
{
    private static readonly Phase Settings = new(1) { LearningRate = 0.1, Momentum = 0.8 };

    [Fact]
    public void Steps_of_momentum_are_those_of_the_written_rule()
    {
        FunctionEngine bowl = Bowl();
        MomentumDescent descent = new(2, 1);
        Coordinates positions = At(3, -1);
        (double y, double u) = (3, 0);
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(StepOutcome.Moved, descent.Step(bowl, positions, Settings));
            u = (0.8 * u) - (0.1 * y);
            y += u;
            Assert.Equal(y, positions.Axis(0)[0], 1e-6);
        }
    }

    [Fact]
    public void Steps_of_Nesterov_are_those_of_the_written_rule_and_begin_anew_when_the_cost_rises()
    {
        FunctionEngine bowl = Bowl();
        NesterovDescent descent = new(2, 1);
        Coordinates positions = At(3, -1);
        double[] y = [3, -1];
        double[] u = [0, 0];
        (int t, int restarts, double before) = (0, 0, double.PositiveInfinity);
        for (int i = 0; i < 60; i++)
        {
            Assert.Equal(StepOutcome.Moved, descent.Step(bowl, positions, Settings with { LearningRate = 0.06 }));
            double cost = ((y[0] * y[0]) + (25 * y[1] * y[1])) / 2;
            restarts += cost > before ? 1 : 0;
            t = cost > before ? 0 : t;
            before = cost;
            double m = t == 0 ? 0 : 1 - (3.0 / (5 + t));
            double[] slope = [y[0] + (m * u[0]), 25 * (y[1] + (m * u[1]))];
            u = [(m * u[0]) - (0.06 * slope[0]), (m * u[1]) - (0.06 * slope[1])];
            y = [y[0] + u[0], y[1] + u[1]];
            t++;
            Assert.Equal(y[0], positions.Axis(0)[0], 1e-4);
            Assert.Equal(y[1], positions.Axis(0)[1], 1e-4);
        }

        Assert.InRange(restarts, 1, 30);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Long_steps_are_cut_and_steps_that_are_no_numbers_refused(bool accelerated)
    {
        IOptimizer optimizer = accelerated ? new NesterovDescent(1, 1) : new MomentumDescent(1, 1);
        Coordinates gradient = new(1, 1);
        gradient.Axis(0)[0] = -1000;
        Coordinates positions = new(1, 1);
        optimizer.Step(new FixedGradient(gradient), positions, Settings with { LearningRate = 1 });
        Assert.Equal(5f, positions.Axis(0)[0]);
        gradient.Axis(0)[0] = float.NaN;
        Assert.Equal(StepOutcome.OutOfRange, optimizer.Step(new FixedGradient(gradient), positions, Settings));
        Assert.Equal(5f, positions.Axis(0)[0]);
    }

    /// <summary>(x^2 + 25 y^2) / 2; the rate 0.06 is beyond what the steep direction takes with full momentum.</summary>
    private static FunctionEngine Bowl() => new(x => ((x[0] * x[0]) + (25 * x[1] * x[1])) / 2, x => [x[0], 25 * x[1]]);

    private static Coordinates At(float x, float y)
    {
        Coordinates positions = new(2, 1);
        (positions.Axis(0)[0], positions.Axis(0)[1]) = (x, y);
        return positions;
    }
}
