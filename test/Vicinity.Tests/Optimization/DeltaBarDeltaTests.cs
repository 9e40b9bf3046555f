using Xunit;

namespace Vicinity.Tests;

public sealed class DeltaBarDeltaTests
{
    [Fact]
    public void Steps_are_those_of_the_written_rule()
    {
        // One coordinate, gradients by hand; the rule of the summary in double, and re-centring undone by a mirrored partner.
        float[] gradients = [0.5f, 0.4f, -0.3f, 0f, -0.2f, 0.1f];
        DeltaBarDelta optimizer = new(2, 1, 1);
        Coordinates positions = new(2, 1);
        (double y, double u, double gain) = (0, 0, 1);
        foreach (float g in gradients)
        {
            Coordinates gradient = new(2, 1);
            gradient.Axis(0)[0] = g;
            gradient.Axis(0)[1] = -g;
            Assert.Equal(StepOutcome.Moved, optimizer.Step(new FixedGradient(gradient), positions, Rate(0.7, 0.8)));
            gain = Math.Max(0.01, Math.Sign(g) != Math.Sign(u) ? gain + 0.2 : gain * 0.8);
            u = (0.8 * u) - (0.7 * gain * g);
            y += u;
            Assert.Equal(y, positions.Axis(0)[0], 1e-6);
        }
    }

    [Fact]
    public void A_long_step_is_cut_to_five_in_every_direction()
    {
        DeltaBarDelta optimizer = new(2, 2, 1);
        Coordinates positions = new(2, 2);
        Coordinates gradient = new(2, 2);
        (gradient.Axis(0)[0], gradient.Axis(1)[0]) = (-3e6f, -4e6f);
        (gradient.Axis(0)[1], gradient.Axis(1)[1]) = (3e6f, 4e6f);
        Assert.Equal(StepOutcome.Moved, optimizer.Step(new FixedGradient(gradient), positions, Rate(1, 0)));
        Assert.Equal(3f, positions.Axis(0)[0], 1e-5f);
        Assert.Equal(-4f, positions.Axis(1)[1], 1e-5f);
    }

    [Fact]
    public void A_step_that_is_no_number_is_refused_and_moves_nothing()
    {
        DeltaBarDelta optimizer = new(2, 1, 1);
        Coordinates positions = new(2, 1);
        positions.Axis(0)[0] = 1;
        Coordinates gradient = new(2, 1);
        gradient.Axis(0)[1] = float.NaN;
        Assert.Equal(StepOutcome.OutOfRange, optimizer.Step(new FixedGradient(gradient), positions, Rate(1, 0.8)));
        Assert.Equal(1f, positions.Axis(0)[0]);
    }

    [Fact]
    public void Without_a_longest_step_nothing_is_cut()
    {
        DeltaBarDelta optimizer = new(1, 1, 1);
        Coordinates positions = new(1, 1);
        Coordinates gradient = new(1, 1);
        gradient.Axis(0)[0] = -1000;
        optimizer.Step(new FixedGradient(gradient), positions, Rate(1, 0) with { MaximalStep = double.PositiveInfinity });
        Assert.Equal(1200f, positions.Axis(0)[0], 1e-3f);
    }

    private static Phase Rate(double rate, double momentum) => new(1) { LearningRate = rate, Momentum = momentum };
}
