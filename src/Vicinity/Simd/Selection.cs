using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Choosing the about k least of a list of floats: a bound by halving the range, then moving what is at or below it; nothing is sorted.</summary>
internal static unsafe class Selection
{
    private const int Width = 16;
    private const int Surplus = 8;

    /// <summary>A value with at least k of the list at or below it, and, unless some are equal, at most k + 8.</summary>
    /// <param name="values">The list; 15 more floats behind its end may be overwritten.</param>
    /// <param name="count">Its length, at least k.</param>
    /// <param name="k">At least 1.</param>
    [MethodImpl(HotLoop.Alone)]
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

    /// <summary>Moves the entries at or below the limit to the front, in their order, and returns their number.</summary>
    /// <param name="values">The list as <see cref="Bound"/> has left it.</param>
    /// <param name="indices">Moves along.</param>
    /// <param name="count">Length of both.</param>
    /// <param name="limit">Finite.</param>
    [MethodImpl(HotLoop.Alone)]
    public static int Keep(float* values, int* indices, int count, float limit)
    {
        Vector512<float> bound = Vector512.Create(limit);
        int kept = 0;
        for (int first = 0; first < count; first += Width)
        {
            ulong hits = Vector512.LessThanOrEqual(Vector512.Load(values + first), bound).ExtractMostSignificantBits();
            for (; hits != 0; hits &= hits - 1)
            {
                int k = first + BitOperations.TrailingZeroCount(hits);
                values[kept] = values[k];
                indices[kept++] = indices[k];
            }
        }

        return kept;
    }

    /// <summary>The largest entry of a table, all at least 0, over the indices whose value is at or below the limit.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static float Largest(float* values, int* indices, int count, float limit, float* table)
    {
        Vector512<float> bound = Vector512.Create(limit);
        float largest = 0;
        for (int first = 0; first < count; first += Width)
        {
            ulong hits = Vector512.LessThanOrEqual(Vector512.Load(values + first), bound).ExtractMostSignificantBits();
            for (; hits != 0; hits &= hits - 1)
            {
                float entry = table[indices[first + BitOperations.TrailingZeroCount(hits)]];
                largest = entry > largest ? entry : largest;
            }
        }

        return largest;
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
