using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed class SquaredDistanceTests
{
    [Fact]
    public void Every_length_agrees_with_the_plain_sum()
    {
        var random = new SeededRandom(4);
        for (int length = 0; length <= 67; length++)
        {
            float[] x = [.. Enumerable.Range(0, length).Select(_ => (float)random.NextNormal())];
            float[] y = [.. Enumerable.Range(0, length).Select(_ => (float)random.NextNormal())];
            double expected = BruteForce.Distance(x, y);
            Assert.Equal(expected * expected, SquaredDistance.Of(x, y), 1e-13 * (1 + (expected * expected)));
            Assert.Equal(SquaredDistance.Of(x, y), SquaredDistance.Of(y, x));
        }
    }
}
