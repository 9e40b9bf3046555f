using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Sixteen points against lists of points: which list is nearest, how far a budget of points reaches, which lists can hold a neighbour.</summary>
/// <remarks>Values are half squared distances to the centers of the lists, less |x|^2 / 2: one row of <c>stride</c> floats per list, a point per lane.</remarks>
internal static unsafe class ListReach
{
    private const int Width = 16;
    private const int MostSteps = 40;

    /// <summary>The list of the least value per point, the first of equals.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static void Nearest(float* values, int lists, int stride, int* nearest, float* least)
    {
        Vector512<float> best = Vector512.Load(values);
        Vector512<int> at = Vector512<int>.Zero;
        for (int list = 1; list < lists; list++)
        {
            Vector512<float> value = Vector512.Load(values + ((nint)list * stride));
            Vector512<float> less = Vector512.LessThan(value, best);
            best = Vector512.ConditionalSelect(less, value, best);
            at = Vector512.ConditionalSelect(less.AsInt32(), Vector512.Create(list), at);
        }

        at.Store(nearest);
        best.Store(least);
    }

    /// <summary>Per point a bound such that the lists at or below it hold at least <paramref name="budget"/> points, and few more than that.</summary>
    /// <param name="values">All finite.</param>
    /// <param name="sizes">Points per list; their sum is at least the budget.</param>
    /// <param name="lists">Number of lists.</param>
    /// <param name="stride">Floats from one list's values to the next.</param>
    /// <param name="budget">Points, at least 1.</param>
    /// <param name="bounds">Receives 16 bounds.</param>
    [MethodImpl(HotLoop.Alone)]
    public static void Bounds(float* values, int* sizes, int lists, int stride, int budget, float* bounds)
    {
        Vector512<float> low = Vector512.Load(values);
        Vector512<float> high = low;
        for (int list = 1; list < lists; list++)
        {
            Vector512<float> value = Vector512.Load(values + ((nint)list * stride));
            low = Vector512.ConditionalSelect(Vector512.LessThan(value, low), value, low);
            high = Vector512.ConditionalSelect(Vector512.GreaterThan(value, high), value, high);
        }

        Vector512<int> wanted = Vector512.Create(budget);
        Vector512<int> surplus = Vector512.Create(budget + (budget >> 4));
        Vector512<int> open = Vector512<int>.AllBitsSet;
        for (int step = 0; step < MostSteps && open != Vector512<int>.Zero; step++)
        {
            // A lane that is settled stays as it is, so no point's bound depends on the points beside it.
            Vector512<float> middle = low + ((high - low) * 0.5f);
            Vector512<int> held = Held(values, sizes, lists, stride, middle);
            Vector512<int> enough = Vector512.GreaterThanOrEqual(held, wanted) & open;
            high = Vector512.ConditionalSelect(enough.AsSingle(), middle, high);
            low = Vector512.ConditionalSelect((open & ~enough).AsSingle(), middle, low);
            open &= ~(enough & Vector512.LessThanOrEqual(held, surplus));
        }

        high.Store(bounds);
    }

    /// <summary>A bit for every point for which the list may hold a neighbour: by its budget, by the plane between two lists, and by the list's radius.</summary>
    /// <param name="values">Of this list.</param>
    /// <param name="own">Of the list that all 16 points belong to.</param>
    /// <param name="budgets">What <see cref="Bounds"/> gave.</param>
    /// <param name="reach">Per point, what the square of its distance to a neighbour cannot exceed, if that has no rounding slack.</param>
    /// <param name="norms">|x|^2.</param>
    /// <param name="list">Its bounds.</param>
    [MethodImpl(HotLoop.Alone)]
    public static uint MayReach(float* values, float* own, float* budgets, float* reach, float* norms, in ListBounds list)
    {
        Vector512<float> value = Vector512.Load(values);
        Vector512<float> square = Vector512.Load(reach) + Vector512.Create(list.Slack);
        Vector512<float> distance = Vector512.Sqrt(square) * 1.00001f;
        Vector512<float> error = Vector512.Create(list.Error);
        Vector512<float> beyondPlane = Vector512.GreaterThan(value - Vector512.Load(own) - error, distance * list.Separation);
        Vector512<float> toCenter = ((value + value) + Vector512.Load(norms)) - error;
        Vector512<float> around = (distance + Vector512.Create(list.Radius)) * 1.00001f;
        // A comparison with NaN is false: where nothing is known, nothing is ruled out.
        Vector512<float> out1 = beyondPlane | Vector512.GreaterThan(toCenter, around * around);
        Vector512<float> out2 = Vector512.GreaterThan(value, Vector512.Load(budgets)) | Vector512.LessThan(square, Vector512<float>.Zero);
        return (uint)~(out1 | out2).ExtractMostSignificantBits() & 0xFFFF;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Held(float* values, int* sizes, int lists, int stride, Vector512<float> bound)
    {
        Vector512<int> held = Vector512<int>.Zero;
        for (int list = 0; list < lists; list++)
        {
            Vector512<float> below = Vector512.LessThanOrEqual(Vector512.Load(values + ((nint)list * stride)), bound);
            held += below.AsInt32() & Vector512.Create(sizes[list]);
        }

        return held;
    }
}
