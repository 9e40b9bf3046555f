using Xunit;

namespace Vicinity.Tests;

public sealed class LineSearchTests
{
    /// <summary>Cost and slope of the three hard functions of Moré and Thuente (1994), section 5, and of a plain one.</summary>
    private static readonly (Func<double, double> Value, Func<double, double> Slope)[] Functions =
    [
        (s => -s / ((s * s) + 2), s => ((s * s) - 2) / (((s * s) + 2) * ((s * s) + 2))),
        (s => Math.Pow(s + 0.004, 5) - (2 * Math.Pow(s + 0.004, 4)), s => (5 * Math.Pow(s + 0.004, 4)) - (8 * Math.Pow(s + 0.004, 3))),
        (s => Waves(s).Value, s => Waves(s).Slope),
        (s => ((s - 3) * (s - 3)) - 9, s => 2 * (s - 3)),
    ];

    [Fact]
    public void The_step_found_satisfies_the_strong_Wolfe_conditions()
    {
        int seen = 0;
        foreach ((Func<double, double> value, Func<double, double> slope) in Functions)
        {
            foreach (double first in (double[])[1e-3, 1e-1, 1, 10, 1e3])
            {
                LinePoint origin = new(0, value(0), slope(0));
                int trials = 0;
                LinePoint? found = LineSearch.Find(s => Count(new(s, value(s), slope(s)), ref trials), origin, first);
                Assert.NotNull(found);
                Assert.True(found.Value.Value <= origin.Value + (1e-4 * found.Value.Step * origin.Slope) + 1e-7, $"{found} from {origin}");
                Assert.True(Math.Abs(found.Value.Slope) <= 0.9 * Math.Abs(origin.Slope), $"{found} from {origin}");
                Assert.InRange(trials, 1, 20);
                seen++;
            }
        }

        Assert.Equal(20, seen);
    }

    [Fact]
    public void Costs_that_differ_by_rounding_alone_are_told_apart_by_their_slopes()
    {
        LinePoint origin = new(0, 100, -1e-9);
        Assert.Equal(100 - 3e-9, new LinePoint(4, 100 + 1e-6, -0.5e-9).Resolved(origin).Value, 12);
        Assert.Equal(100.1, new LinePoint(4, 100.1, -0.5e-9).Resolved(origin).Value);
        LinePoint? found = LineSearch.Find(s => new(s, 100 + (1e-6 * Math.Cos(1e3 * s)), 1e-9 * (s - 50) / 50), origin, 1);
        Assert.InRange(found!.Value.Step, 5, 95);
    }

    [Fact]
    public void A_cost_without_a_value_further_on_is_searched_before_that()
    {
        LinePoint? found = LineSearch.Find(s => new(s, s < 1 ? -Math.Log(1 - s) - (4 * s) : double.NaN, s < 1 ? (1 / (1 - s)) - 4 : double.NaN), new(0, 0, -3), 50);
        Assert.NotNull(found);
        Assert.InRange(found.Value.Step, 0.02, 0.98);
        Assert.InRange(Math.Abs(found.Value.Slope), 0, 2.7);
    }

    [Fact]
    public void Where_no_step_lowers_the_cost_there_is_none() =>
        Assert.Null(LineSearch.Find(s => new(s, 5 + s, 1), new(0, 5, -1), 1));

    /// <summary>An approximate engine's cost is not that of its slopes: no step meets the conditions, and those within a hair's breadth are all alike.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1e-4)]
    [InlineData(1e4)]
    public void A_cost_that_its_slopes_do_not_tell_is_not_searched_for_long(double scale)
    {
        int trials = 0;
        LinePoint? found = LineSearch.Find(s => Count(new(s, 5 + Math.Pow((s / scale) - 0.3, 2), -1 / scale), ref trials), new(0, 5.09, -1 / scale), scale);
        Assert.InRange(found!.Value.Step, 0.25 * scale, 0.35 * scale);
        Assert.InRange(trials, 3, 22);
    }

    private static LinePoint Count(LinePoint point, ref int trials)
    {
        trials++;
        return point;
    }

    /// <summary>A parabola's two arms joined near 1, with waves on top; beta = 0.01, l = 39.</summary>
    private static (double Value, double Slope) Waves(double s)
    {
        (double beta, double l) = (0.01, 39);
        double arms = s <= 1 - beta ? 1 - s : s >= 1 + beta ? s - 1 : ((s - 1) * (s - 1) / (2 * beta)) + (beta / 2);
        double armSlope = s <= 1 - beta ? -1 : s >= 1 + beta ? 1 : (s - 1) / beta;
        double height = 2 * (1 - beta) / (l * Math.PI);
        return (arms + (height * Math.Sin(l * Math.PI * s / 2)), armSlope + ((1 - beta) * Math.Cos(l * Math.PI * s / 2)));
    }
}
