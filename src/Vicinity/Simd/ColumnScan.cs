using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Sums and extremes of columns, sixteen columns of a row at a time; every column adds its rows one after the other, in double.</summary>
internal static class ColumnScan
{
    private const int Width = 16;

    /// <summary>Takes in one row.</summary>
    /// <param name="row">Its values, finite.</param>
    /// <param name="sums">One per column.</param>
    /// <param name="least">One per column, +infinity at first.</param>
    /// <param name="most">One per column, -infinity at first.</param>
    [MethodImpl(HotLoop.Alone)]
    public static void Include(ReadOnlySpan<float> row, Span<double> sums, Span<float> least, Span<float> most)
    {
        ref float from = ref MemoryMarshal.GetReference(row);
        ref double sum = ref MemoryMarshal.GetReference(sums);
        ref float low = ref MemoryMarshal.GetReference(least);
        ref float high = ref MemoryMarshal.GetReference(most);
        nuint d = 0;
        for (; d + Width <= (nuint)row.Length; d += Width)
        {
            Vector512<float> values = Vector512.LoadUnsafe(ref from, d);
            (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(values);
            (Vector512.LoadUnsafe(ref sum, d) + lower).StoreUnsafe(ref sum, d);
            (Vector512.LoadUnsafe(ref sum, d + 8) + upper).StoreUnsafe(ref sum, d + 8);
            Vector512.MinNative(values, Vector512.LoadUnsafe(ref low, d)).StoreUnsafe(ref low, d);
            Vector512.MaxNative(values, Vector512.LoadUnsafe(ref high, d)).StoreUnsafe(ref high, d);
        }

        for (int rest = (int)d; rest < row.Length; rest++)
        {
            sums[rest] += row[rest];
            least[rest] = Math.Min(least[rest], row[rest]);
            most[rest] = Math.Max(most[rest], row[rest]);
        }
    }

    /// <summary>(x - mean) scale of every column, in double, rounded to float.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static void Center(ReadOnlySpan<float> row, ReadOnlySpan<double> means, double scale, Span<float> centered)
    {
        ref float from = ref MemoryMarshal.GetReference(row);
        ref double mean = ref MemoryMarshal.GetReference(means);
        ref float to = ref MemoryMarshal.GetReference(centered);
        nuint d = 0;
        for (; d + Width <= (nuint)row.Length; d += Width)
        {
            (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(Vector512.LoadUnsafe(ref from, d));
            lower = (lower - Vector512.LoadUnsafe(ref mean, d)) * scale;
            upper = (upper - Vector512.LoadUnsafe(ref mean, d + 8)) * scale;
            Vector512.Narrow(lower, upper).StoreUnsafe(ref to, d);
        }

        for (int rest = (int)d; rest < row.Length; rest++)
        {
            centered[rest] = (float)((row[rest] - means[rest]) * scale);
        }
    }
}
