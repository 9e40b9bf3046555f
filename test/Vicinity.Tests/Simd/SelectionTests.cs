using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed unsafe class SelectionTests
{
    [Fact]
    public void At_least_k_and_at_most_a_few_more_lie_below_the_bound()
    {
        var random = new SeededRandom(3);
        for (int count = 1; count <= 300; count += 7)
        {
            float[] values = [.. Enumerable.Range(0, count).Select(_ => (float)Math.Exp(8 * random.NextNormal()) - 1)];
            for (int k = 1; k <= count; k += 11)
            {
                float bound = Bound(values, k);
                Assert.InRange(values.Count(value => value <= bound), k, k + 8);
            }
        }
    }

    [Fact]
    public void Equal_values_are_all_taken()
    {
        float[] values = [.. Enumerable.Range(0, 100).Select(k => k < 10 ? 1f : 2f)];
        Assert.Equal(2f, Bound(values, 11));
        Assert.InRange(Bound(values, 5), 1f, 1.999f);
        Assert.Equal(-3f, Bound([-3f, -3f, -3f], 2));
    }

    private static float Bound(float[] values, int k)
    {
        float[] padded = [.. values, .. new float[16]];
        fixed (float* p = padded)
        {
            return Selection.Bound(p, values.Length, k);
        }
    }
}
