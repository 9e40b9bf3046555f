using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Half squared distances, up to |x|^2 / 2 per row: s = |y|^2 / 2 - x y between a panel of columns y and panels of rows x.</summary>
/// <remarks>
/// Two shapes, because one cannot be at the peak rate everywhere: 8 rows x 32 columns fill the 32 registers of 512 bits, 6 x 16 the 16 registers of 256 bits.
/// Every sum is one chain of fused multiply-adds in the order of d, so the shape does not change its bits.
/// </remarks>
internal static unsafe class DistanceTile
{
    /// <summary>Rows of a panel: x is packed as [d][Rows].</summary>
    public static int Rows => Vector512.IsHardwareAccelerated ? 8 : 6;

    /// <summary>Columns of a panel: y is packed as [d][Columns].</summary>
    public static int Columns => Vector512.IsHardwareAccelerated ? 32 : 16;

    /// <summary>Adds <paramref name="depth"/> coordinates to all tiles between one panel of columns and several panels of rows.</summary>
    /// <param name="rows">-x, panel after panel.</param>
    /// <param name="rowStride">Floats from one row panel to the next.</param>
    /// <param name="panels">Row panels.</param>
    /// <param name="columns">y.</param>
    /// <param name="depth">Coordinates to add.</param>
    /// <param name="start">What the sums start from, one value per column and row.</param>
    /// <param name="startStride">Floats from one row of <paramref name="start"/> to the next; 0 if all rows share it.</param>
    /// <param name="sums">Receives s, panel after panel, each [Rows][Columns].</param>
    /// <param name="thresholds">One per row.</param>
    /// <param name="hits">Receives, per panel, a bit for every row that has an s at or below its threshold.</param>
    public static void Accumulate(
        float* rows, nint rowStride, int panels, float* columns, int depth, float* start, nint startStride, float* sums, float* thresholds, byte* hits)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Accumulate8x32(rows, rowStride, panels, columns, depth, start, startStride, sums, thresholds, hits);
        }
        else
        {
            Accumulate6x16(rows, rowStride, panels, columns, depth, start, startStride, sums, thresholds, hits);
        }
    }

    /// <summary>A bit for each of the values of one row of a tile that is at or below the threshold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint AtOrBelow(float* values, float threshold)
    {
        Vector512<float> limit = Vector512.Create(threshold);
        ulong bits = Vector512.LessThanOrEqual(Vector512.Load(values), limit).ExtractMostSignificantBits();
        return Columns == 16 ? (uint)bits : (uint)(bits | (Vector512.LessThanOrEqual(Vector512.Load(values + 16), limit).ExtractMostSignificantBits() << 16));
    }

    [MethodImpl(HotLoop.Alone)]
    internal static void Accumulate6x16(
        float* rows, nint rowStride, int panels, float* columns, int depth, float* start, nint startStride, float* sums, float* thresholds, byte* hits)
    {
        for (int panel = 0; panel < panels; panel++)
        {
            Vector512<float> s0 = Vector512.Load(start);
            Vector512<float> s1 = Vector512.Load(start + startStride);
            Vector512<float> s2 = Vector512.Load(start + (2 * startStride));
            Vector512<float> s3 = Vector512.Load(start + (3 * startStride));
            Vector512<float> s4 = Vector512.Load(start + (4 * startStride));
            Vector512<float> s5 = Vector512.Load(start + (5 * startStride));
            float* x = rows;
            float* y = columns;
            for (int d = 0; d < depth; d++)
            {
                Vector512<float> column = Vector512.Load(y);
                s0 = Vector512.FusedMultiplyAdd(Vector512.Create(x[0]), column, s0);
                s1 = Vector512.FusedMultiplyAdd(Vector512.Create(x[1]), column, s1);
                s2 = Vector512.FusedMultiplyAdd(Vector512.Create(x[2]), column, s2);
                s3 = Vector512.FusedMultiplyAdd(Vector512.Create(x[3]), column, s3);
                s4 = Vector512.FusedMultiplyAdd(Vector512.Create(x[4]), column, s4);
                s5 = Vector512.FusedMultiplyAdd(Vector512.Create(x[5]), column, s5);
                x += 6;
                y += 16;
            }

            s0.Store(sums);
            s1.Store(sums + 16);
            s2.Store(sums + 32);
            s3.Store(sums + 48);
            s4.Store(sums + 64);
            s5.Store(sums + 80);
            hits[panel] = (byte)(Bit(s0, thresholds[0], 1) | Bit(s1, thresholds[1], 2) | Bit(s2, thresholds[2], 4)
                | Bit(s3, thresholds[3], 8) | Bit(s4, thresholds[4], 16) | Bit(s5, thresholds[5], 32));
            rows += rowStride;
            start += 6 * startStride;
            sums += 96;
            thresholds += 6;
        }
    }

    [MethodImpl(HotLoop.Alone)]
    internal static void Accumulate8x32(
        float* rows, nint rowStride, int panels, float* columns, int depth, float* start, nint startStride, float* sums, float* thresholds, byte* hits)
    {
        for (int panel = 0; panel < panels; panel++)
        {
            Vector512<float> a0 = Vector512.Load(start);
            Vector512<float> b0 = Vector512.Load(start + 16);
            Vector512<float> a1 = Vector512.Load(start + startStride);
            Vector512<float> b1 = Vector512.Load(start + startStride + 16);
            Vector512<float> a2 = Vector512.Load(start + (2 * startStride));
            Vector512<float> b2 = Vector512.Load(start + (2 * startStride) + 16);
            Vector512<float> a3 = Vector512.Load(start + (3 * startStride));
            Vector512<float> b3 = Vector512.Load(start + (3 * startStride) + 16);
            Vector512<float> a4 = Vector512.Load(start + (4 * startStride));
            Vector512<float> b4 = Vector512.Load(start + (4 * startStride) + 16);
            Vector512<float> a5 = Vector512.Load(start + (5 * startStride));
            Vector512<float> b5 = Vector512.Load(start + (5 * startStride) + 16);
            Vector512<float> a6 = Vector512.Load(start + (6 * startStride));
            Vector512<float> b6 = Vector512.Load(start + (6 * startStride) + 16);
            Vector512<float> a7 = Vector512.Load(start + (7 * startStride));
            Vector512<float> b7 = Vector512.Load(start + (7 * startStride) + 16);
            float* x = rows;
            float* y = columns;
            for (int d = 0; d < depth; d++)
            {
                Vector512<float> left = Vector512.Load(y);
                Vector512<float> right = Vector512.Load(y + 16);
                Vector512<float> row = Vector512.Create(x[0]);
                a0 = Vector512.FusedMultiplyAdd(row, left, a0);
                b0 = Vector512.FusedMultiplyAdd(row, right, b0);
                row = Vector512.Create(x[1]);
                a1 = Vector512.FusedMultiplyAdd(row, left, a1);
                b1 = Vector512.FusedMultiplyAdd(row, right, b1);
                row = Vector512.Create(x[2]);
                a2 = Vector512.FusedMultiplyAdd(row, left, a2);
                b2 = Vector512.FusedMultiplyAdd(row, right, b2);
                row = Vector512.Create(x[3]);
                a3 = Vector512.FusedMultiplyAdd(row, left, a3);
                b3 = Vector512.FusedMultiplyAdd(row, right, b3);
                row = Vector512.Create(x[4]);
                a4 = Vector512.FusedMultiplyAdd(row, left, a4);
                b4 = Vector512.FusedMultiplyAdd(row, right, b4);
                row = Vector512.Create(x[5]);
                a5 = Vector512.FusedMultiplyAdd(row, left, a5);
                b5 = Vector512.FusedMultiplyAdd(row, right, b5);
                row = Vector512.Create(x[6]);
                a6 = Vector512.FusedMultiplyAdd(row, left, a6);
                b6 = Vector512.FusedMultiplyAdd(row, right, b6);
                row = Vector512.Create(x[7]);
                a7 = Vector512.FusedMultiplyAdd(row, left, a7);
                b7 = Vector512.FusedMultiplyAdd(row, right, b7);
                x += 8;
                y += 32;
            }

            a0.Store(sums);
            b0.Store(sums + 16);
            a1.Store(sums + 32);
            b1.Store(sums + 48);
            a2.Store(sums + 64);
            b2.Store(sums + 80);
            a3.Store(sums + 96);
            b3.Store(sums + 112);
            a4.Store(sums + 128);
            b4.Store(sums + 144);
            a5.Store(sums + 160);
            b5.Store(sums + 176);
            a6.Store(sums + 192);
            b6.Store(sums + 208);
            a7.Store(sums + 224);
            b7.Store(sums + 240);
            hits[panel] = (byte)(Bit(a0, b0, thresholds[0], 1) | Bit(a1, b1, thresholds[1], 2) | Bit(a2, b2, thresholds[2], 4) | Bit(a3, b3, thresholds[3], 8)
                | Bit(a4, b4, thresholds[4], 16) | Bit(a5, b5, thresholds[5], 32) | Bit(a6, b6, thresholds[6], 64) | Bit(a7, b7, thresholds[7], 128));
            rows += rowStride;
            start += 8 * startStride;
            sums += 256;
            thresholds += 8;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bit(Vector512<float> sums, float threshold, int bit) => Vector512.LessThanOrEqualAny(sums, Vector512.Create(threshold)) ? bit : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bit(Vector512<float> left, Vector512<float> right, float threshold, int bit) => Bit(Vector512.MinNative(left, right), threshold, bit);
}
