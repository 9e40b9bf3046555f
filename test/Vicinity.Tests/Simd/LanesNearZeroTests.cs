using Xunit;

namespace Vicinity.Tests;

public sealed class LanesNearZeroTests
{
    [Fact]
    public void Log_one_plus_keeps_its_digits_at_every_magnitude()
    {
        foreach (float x in Magnitudes(-38, 38).SelectMany(x => (float[])[x, -x]).Where(x => x > -1))
        {
            double exact = Math.Abs(x) < 1e-4 ? x * (1 - (x / 2.0) + (x * (double)x / 3)) : Math.Log(1 + (double)x);
            Assert.InRange(Math.Abs(First(Lanes.LogOnePlus(Lanes.Broadcast(x))) - exact), 0, 3e-7 * Math.Abs(exact));
        }
    }

    [Fact]
    public void Exp_minus_one_keeps_its_digits_at_every_magnitude()
    {
        foreach (float x in Magnitudes(-38, 1.9).SelectMany(x => (float[])[x, -x]))
        {
            double exact = Math.Abs(x) < 1e-4 ? x * (1 + (x / 2.0) + (x * (double)x / 6)) : Math.Exp(x) - 1;
            Assert.InRange(Math.Abs(First(Lanes.ExpMinusOne(Lanes.Broadcast(x))) - exact), 0, 3e-7 * Math.Abs(exact));
        }
    }

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(-1f, float.NegativeInfinity)]
    [InlineData(-2f, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    public void Log_one_plus_at_the_ends(float x, float expected) => Assert.Equal(expected, First(Lanes.LogOnePlus(Lanes.Broadcast(x))));

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(-200f, -1f)]
    [InlineData(float.NegativeInfinity, -1f)]
    [InlineData(100f, float.PositiveInfinity)]
    public void Exp_minus_one_at_the_ends(float x, float expected) => Assert.Equal(expected, First(Lanes.ExpMinusOne(Lanes.Broadcast(x))));

    /// <summary>The double forms, which the runtime computes without care: ln(1 + 1e-17) is not 0.</summary>
    [Fact]
    public void The_double_forms_keep_their_digits_too()
    {
        foreach (double x in Magnitudes(-30, -8.5).Select(x => (double)x))
        {
            Assert.Equal(x - (x * x / 2), NearZero.LogOnePlus(x), 1e-15 * x);
            Assert.Equal(-x + (x * x / 2), NearZero.ExpMinusOne(-x), 1e-15 * x);
        }

        Assert.Equal(Math.Log(3.5), NearZero.LogOnePlus(2.5), 1e-15);
        Assert.Equal(Math.Exp(0.7) - 1, NearZero.ExpMinusOne(0.7), 1e-15);
        Assert.Equal((-1, double.NegativeInfinity), (NearZero.ExpMinusOne(-800), NearZero.LogOnePlus(-1)));
    }

    private static IEnumerable<float> Magnitudes(double from, double to) =>
        Enumerable.Range(0, 2_001).Select(k => (float)Math.Pow(10, from + ((to - from) * k / 2_000)));

    private static float First(Lanes lanes)
    {
        Span<float> values = stackalloc float[Lanes.Count];
        lanes.Store(values);
        return values[0];
    }
}
