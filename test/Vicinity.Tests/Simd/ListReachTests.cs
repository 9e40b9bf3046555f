using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed unsafe class ListReachTests
{
    private const int Stride = 32;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(37)]
    public void The_nearest_list_is_the_first_of_the_least(int lists)
    {
        float[] values = Values(lists, levels: 5);
        int* nearest = stackalloc int[16];
        float* least = stackalloc float[16];
        fixed (float* first = values)
        {
            ListReach.Nearest(first, lists, Stride, nearest, least);
        }

        for (int lane = 0; lane < 16; lane++)
        {
            float[] column = [.. Enumerable.Range(0, lists).Select(list => values[(list * Stride) + lane])];
            Assert.Equal(column.Min(), least[lane]);
            Assert.Equal(Array.IndexOf(column, column.Min()), nearest[lane]);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 90)]
    [InlineData(200, 1)]
    [InlineData(200, 1000)]
    [InlineData(200, 6000)]
    public void Lists_up_to_the_bound_hold_the_budget_and_not_much_more(int lists, int budget)
    {
        float[] values = Values(lists, levels: 1 << 20);
        int[] sizes = [.. Enumerable.Range(0, lists).Select(list => lists == 1 ? 1 : 20 + (list % 37))];
        float* bounds = stackalloc float[16];
        fixed (float* first = values)
        fixed (int* size = sizes)
        {
            ListReach.Bounds(first, size, lists, Stride, budget, bounds);
        }

        for (int lane = 0; lane < 16; lane++)
        {
            int held = Enumerable.Range(0, lists).Where(list => values[(list * Stride) + lane] <= bounds[lane]).Sum(list => sizes[list]);
            Assert.InRange(held, budget, budget + (budget / 16) + 57);
        }
    }

    [Fact]
    public void A_list_is_ruled_out_by_budget_plane_or_radius_and_by_nothing_else()
    {
        // One dimension: the own center at 0, the other at 10, points at 0 ... 15, reach 3 (9 squared), radius 2.
        float* value = stackalloc float[16];
        float* own = stackalloc float[16];
        float* budgets = stackalloc float[16];
        float* reach = stackalloc float[16];
        float* norms = stackalloc float[16];
        for (int x = 0; x < 16; x++)
        {
            norms[x] = x * x;
            value[x] = 50 - (10 * x);
            own[x] = 0;
            budgets[x] = x == 9 ? value[x] - 1 : float.PositiveInfinity;
            reach[x] = x == 10 ? -1 : x == 0 ? float.PositiveInfinity : 9;
        }

        uint bits = ListReach.MayReach(value, own, budgets, reach, norms, new(10, 0.001f, 2, 0));
        uint expected = 0;
        for (int x = 0; x < 16; x++)
        {
            bool plane = x < 5 && 5 - x > 3;
            bool radius = Math.Abs(10 - x) > 5;
            expected |= x == 0 || (x is not (9 or 10) && !plane && !radius) ? 1u << x : 0;
        }

        Assert.Equal(expected, bits);
    }

    private static float[] Values(int lists, int levels)
    {
        SeededRandom random = new(lists);
        return [.. Enumerable.Range(0, lists * Stride).Select(_ => (float)random.NextInt(levels))];
    }
}
