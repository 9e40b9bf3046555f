using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>A value with about k of a list at or below it, by halving the range: no sorting, no moving, sixteen comparisons at a time.</summary>
internal static unsafe class Bisection
{
    private const int Width = 16;
    private const int Surplus = 8;

    /// <summary>A value with at least k of the list at or below it, and, unless some are equal, at most k + 8.</summary>
    /// <param name="values">The list; 15 more floats behind its end may be overwritten.</param>
    /// <param name="count">Its length, at least k.</param>
    /// <param name="k">At least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Bound(float* values, int count, int k)
    {
        for (int pad = count; pad % Width != 0; pad++)
        {
            values[pad] = float.PositiveInfinity;
        }

        (float low, float high) = Range(values, count);
        while (true)
        {
            float middle = low + ((high - low) * 0.5f);
            if (middle <= low || middle >= high)
            {
                return high;
            }

            int below = CountAtOrBelow(values, count, middle);
            if (below < k)
            {
                low = middle;
                continue;
            }

            high = middle;
            if (below <= k + Surplus)
            {
                return high;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (float Low, float High) Range(float* values, int count)
    {
        Vector512<float> some = Vector512.Create(values[0]);
        Vector512<float> low = some;
        Vector512<float> high = some;
        for (int k = 0; k < count; k += Width)
        {
            Vector512<float> v = Vector512.Load(values + k);
            v = Vector512.ConditionalSelect(Vector512.LessThan(v, Vector512.Create(float.PositiveInfinity)), v, some);
            low = Vector512.ConditionalSelect(Vector512.LessThan(v, low), v, low);
            high = Vector512.ConditionalSelect(Vector512.GreaterThan(v, high), v, high);
        }

        (float least, float most) = (values[0], values[0]);
        for (int lane = 0; lane < Width; lane++)
        {
            least = Math.Min(least, low[lane]);
            most = Math.Max(most, high[lane]);
        }

        return (least, most);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountAtOrBelow(float* values, int count, float bound)
    {
        Vector512<float> limit = Vector512.Create(bound);
        int below = 0;
        for (int k = 0; k < count; k += Width)
        {
            below += BitOperations.PopCount(Vector512.LessThanOrEqual(Vector512.Load(values + k), limit).ExtractMostSignificantBits());
        }

        return below;
    }
}
