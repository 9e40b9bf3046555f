using Xunit;

namespace Vicinity.Tests;

/// <summary>Tiles against sums in the order of the columns, bit for bit, at every width of vectors.</summary>
[Trait("Leg", "Simd")]
public sealed unsafe class MetricTileTests
{
    [Fact]
    public void A_tile_is_its_sums_for_every_depth()
    {
        SeededRandom random = new(1);
        for (int depth = 0; depth <= 67; depth++)
        {
            float[] x = [.. Enumerable.Range(0, MetricTile.Rows * depth).Select(_ => (float)random.NextInt(3))];
            float[] y = [.. Enumerable.Range(0, MetricTile.Columns * depth).Select(_ => (float)random.NextInt(3))];
            AssertTile<AbsoluteSum>(x, y, depth, (sum, a, b) => sum + MathF.Abs(a - b));
            AssertTile<AbsoluteMaximum>(x, y, depth, (sum, a, b) => MathF.Max(sum, MathF.Abs(a - b)));
            AssertTile<DifferenceCount>(x, y, depth, (sum, a, b) => sum + (a != b ? 1 : 0));
            AssertTile<CommonCount>(x, y, depth, (sum, a, b) => MathF.FusedMultiplyAdd(a, b, sum));
            float[] fractions = [.. x.Select(_ => (float)random.NextNormal())];
            AssertTile<AbsoluteSum>(fractions, y, depth, (sum, a, b) => sum + MathF.Abs(a - b));
        }
    }

    private static void AssertTile<TStep>(float[] x, float[] y, int depth, Func<float, float, float, float> add)
        where TStep : struct, IPairStep
    {
        float[] sums = new float[MetricTile.Rows * MetricTile.Columns];
        fixed (float* rows = x, columns = y, to = sums)
        {
            MetricTile.Measure<TStep>(rows, columns, depth, to, MetricTile.Columns);
        }

        for (int pair = 0; pair < sums.Length; pair++)
        {
            (int row, int column) = Math.DivRem(pair, MetricTile.Columns);
            float expected = Enumerable.Range(0, depth).Aggregate(0f, (sum, d) => add(sum, x[(d * MetricTile.Rows) + row], y[(d * MetricTile.Columns) + column]));
            Assert.Equal(expected, sums[pair]);
        }
    }
}
