using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>What the values of one row have in common, whatever their columns are.</summary>
internal static class RowScan
{
    private const int Width = 16;

    /// <summary>|x|^2, in double.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static double SquaredLength(ReadOnlySpan<float> row)
    {
        Vector512<double> low = Vector512<double>.Zero;
        Vector512<double> high = low;
        int d = 0;
        for (; d + Width <= row.Length; d += Width)
        {
            (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)d));
            low = Vector512.FusedMultiplyAdd(lower, lower, low);
            high = Vector512.FusedMultiplyAdd(upper, upper, high);
        }

        double sum = 0;
        for (; d < row.Length; d++)
        {
            sum += (double)row[d] * row[d];
        }

        Vector512<double> both = low + high;
        return sum + (((both[0] + both[4]) + (both[2] + both[6])) + ((both[1] + both[5]) + (both[3] + both[7])));
    }

    /// <summary>How many values are 0; -1 if one is below 0 or not whole.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static int ZerosOfCounts(ReadOnlySpan<float> row)
    {
        int zeros = 0;
        int d = 0;
        for (; d + Width <= row.Length; d += Width)
        {
            Vector512<float> values = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)d);
            if (!Vector512.EqualsAll(values, Vector512.Floor(Vector512.Abs(values))))
            {
                return -1;
            }

            zeros += BitOperations.PopCount(Vector512.Equals(values, Vector512<float>.Zero).ExtractMostSignificantBits());
        }

        for (; d < row.Length; d++)
        {
            if (row[d] != MathF.Floor(MathF.Abs(row[d])))
            {
                return -1;
            }

            zeros += row[d] == 0 ? 1 : 0;
        }

        return zeros;
    }

    /// <summary>A hash by values: that of -0 is that of 0.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static int Hash(ReadOnlySpan<float> row)
    {
        Vector512<uint> mixed = Vector512<uint>.Zero;
        Vector512<uint> factor = Vector512.Create(0x9E3779B1u);
        int d = 0;
        for (; d + Width <= row.Length; d += Width)
        {
            Vector512<float> values = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)d) + Vector512<float>.Zero;
            mixed = (mixed ^ values.AsUInt32()) * factor;
            mixed ^= Vector512.ShiftRightLogical(mixed, 15);
        }

        ulong hash = 0;
        for (int lane = 0; lane < Width && d > 0; lane++)
        {
            hash = Mix(hash, mixed[lane]);
        }

        for (; d < row.Length; d++)
        {
            hash = Mix(hash, BitConverter.SingleToUInt32Bits(row[d] + 0f));
        }

        return (int)hash;
    }

    private static ulong Mix(ulong hash, uint bits)
    {
        hash = (hash ^ bits) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 32);
    }
}
