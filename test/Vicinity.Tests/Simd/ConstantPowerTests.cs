using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed class ConstantPowerTests
{
    [Theory]
    [InlineData(0.1, 3.5e-7)]
    [InlineData(0.5, 3.5e-7)]
    [InlineData(0.79, 3.5e-7)]
    [InlineData(1, 3.5e-7)]
    [InlineData(1.8, 3.5e-7)]
    [InlineData(3, 3.5e-7)]
    [InlineData(3.1, 7e-7)]
    [InlineData(11, 1.4e-6)]
    public void Powers_are_those_of_double(double exponent, double tolerance)
    {
        ConstantPower power = new(exponent);
        int compared = 0;
        for (float x = 1e-37f; x < 1e38f; x *= 1.0087f)
        {
            double expected = Math.Pow(x, exponent);
            if (expected is > 1e-30 and < 1e30)
            {
                Assert.Equal(1, First(power.Of(Lanes.Broadcast(x))) / expected, tolerance);
                compared++;
            }
        }

        Assert.InRange(compared, 1000, 20_000);
    }

    /// <summary>A power that leaves the range of float never becomes NaN: large ones are 1e30 and more, small ones next to nothing.</summary>
    [Theory]
    [InlineData(2.9)]
    [InlineData(40)]
    [InlineData(1000)]
    public void Powers_beyond_the_range_are_large_or_next_to_nothing(double exponent)
    {
        ConstantPower power = new(exponent);
        Assert.InRange(First(power.Of(Lanes.Broadcast(1e36f))), 1e30f, float.PositiveInfinity);
        Assert.InRange(First(power.Of(Lanes.Broadcast(1e-36f))), 0, 1e-30f);
        Assert.Equal(1, First(power.Of(Lanes.Broadcast(1))), 1e-3);
        Assert.InRange(First(power.Of(Lanes.Zero)), 0, float.MaxValue);
    }

    private static float First(Lanes lanes)
    {
        Span<float> all = stackalloc float[Lanes.Count];
        lanes.Store(all);
        return all[0];
    }
}
