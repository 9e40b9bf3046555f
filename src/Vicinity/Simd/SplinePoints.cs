using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <inheritdoc cref="SplineGrid" />
internal sealed unsafe class SplinePoints<TSpline, TDimensions> : SplineGrid
    where TSpline : struct, ISpline
    where TDimensions : struct, IDimensions
{
    /// <summary>Four streams: consecutive points are often in the same cell, and a cell that was just written is slow to read again.</summary>
    private const int Streams = 4;

    /// <summary>Where the weights along the second axis begin in a vector of both.</summary>
    private const int Half = Lanes.Count / 2;

    /// <summary>Weights and slopes of three axes, and one vector more to align them.</summary>
    private const int RoomLength = 5 * Lanes.Count;

    public override int Support => default(TSpline).Support;

    public override double Window(double angle) => default(TSpline).Window(angle);

    [MethodImpl(HotLoop.Alone)]
    [SkipLocalsInit]
    public override void Spread(float* axes, nint length, float* charges, int first, int end, MeshPlacement placement, float* grid)
    {
        MeshCorners<TSpline, TDimensions>* corners = stackalloc MeshCorners<TSpline, TDimensions>[Streams];
        float* unaligned = stackalloc float[RoomLength];
        float* room = Aligned(unaligned);
        int share = (end - first + Streams - 1) / Streams;
        for (int i = first; i < first + share; i += MeshCorners<TSpline, TDimensions>.Count)
        {
            for (int stream = 0; stream < Streams; stream++)
            {
                corners[stream].Find(axes, length, Math.Min(end, i + (stream * share)), placement);
            }

            for (int k = 0; k < Math.Min(MeshCorners<TSpline, TDimensions>.Count, first + share - i); k++)
            {
                for (int at = i + k, stream = 0; stream < Streams && at < end; stream++, at += share)
                {
                    Spread(in corners[stream], k, charges == null ? 1 : charges[at], placement, grid, room);
                }
            }
        }
    }

    [MethodImpl(HotLoop.Alone)]
    [SkipLocalsInit]
    public override void Gather(float* axes, nint length, int first, int end, MeshPlacement placement, float* grid, float* values)
    {
        MeshCorners<TSpline, TDimensions> corners;
        float* unaligned = stackalloc float[RoomLength];
        float* room = Aligned(unaligned);
        for (int i = first; i < end; i += MeshCorners<TSpline, TDimensions>.Count)
        {
            corners.Find(axes, length, i, placement);
            for (int k = 0; k < Math.Min(MeshCorners<TSpline, TDimensions>.Count, end - i); k++)
            {
                Gather(in corners, k, placement, grid, values + i + k, length, room);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    private static void Spread(in MeshCorners<TSpline, TDimensions> corners, int k, float charge, MeshPlacement placement, float* grid, float* room)
    {
        float* row = grid + corners.Place(k);
        Vector512<float> weights = default(TSpline).Weights(Both(corners.Way(k, 0), corners.Way(k, 1)));
        Vector256<float> wx = weights.GetLower() * Vector256.Create(charge);
        weights.StoreAligned(room);
        if (default(TDimensions).Count > 2)
        {
            default(TSpline).Weights(Both(corners.Way(k, 2), corners.Way(k, 2))).StoreAligned(room + Lanes.Count);
        }

        int layers = default(TDimensions).Count > 2 ? default(TSpline).Support : 1;
        for (int z = 0; z < layers; z++)
        {
            Vector256<float> layer = default(TDimensions).Count > 2 ? wx * Vector256.Create(room[Lanes.Count + z]) : wx;
            SpreadLayer(layer, room + Half, row, placement.Stride);
            row += (nint)placement.Rows * placement.Stride;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    private static void SpreadLayer(Vector256<float> layer, float* weights, float* row, nint stride)
    {
        if (default(TDimensions).Count == 1)
        {
            (Vector256.Load(row) + layer).Store(row);
            return;
        }

        for (int y = 0; y < default(TSpline).Support; y += 2, row += 2 * stride)
        {
            Vector256.FusedMultiplyAdd(layer, Vector256.Create(weights[y]), Vector256.Load(row)).Store(row);
            Vector256.FusedMultiplyAdd(layer, Vector256.Create(weights[y + 1]), Vector256.Load(row + stride)).Store(row + stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    private static void Gather(in MeshCorners<TSpline, TDimensions> corners, int k, MeshPlacement placement, float* grid, float* values, nint length, float* room)
    {
        float* row = grid + corners.Place(k);
        Vector512<float> ways = Both(corners.Way(k, 0), corners.Way(k, 1));
        Vector512<float> weights = default(TSpline).Weights(ways);
        Vector512<float> slopes = default(TSpline).Slopes(ways);
        weights.StoreAligned(room);
        slopes.StoreAligned(room + Lanes.Count);
        if (default(TDimensions).Count > 2)
        {
            Vector512<float> depth = Both(corners.Way(k, 2), corners.Way(k, 2));
            default(TSpline).Weights(depth).StoreAligned(room + (2 * Lanes.Count));
            default(TSpline).Slopes(depth).StoreAligned(room + (3 * Lanes.Count));
        }

        Vector256<float> plain = Vector256<float>.Zero;         // weighted along y and z
        Vector256<float> slopeY = Vector256<float>.Zero;
        Vector256<float> slopeZ = Vector256<float>.Zero;
        int layers = default(TDimensions).Count > 2 ? default(TSpline).Support : 1;
        for (int z = 0; z < layers; z++)
        {
            Vector256<float> layer = Layer(room + Half, room + Lanes.Count + Half, row, placement.Stride, out Vector256<float> slope);
            if (default(TDimensions).Count > 2)
            {
                Vector256<float> weight = Vector256.Create(room[(2 * Lanes.Count) + z]);
                plain = Vector256.FusedMultiplyAdd(layer, weight, plain);
                slopeY = Vector256.FusedMultiplyAdd(slope, weight, slopeY);
                slopeZ = Vector256.FusedMultiplyAdd(layer, Vector256.Create(room[(3 * Lanes.Count) + z]), slopeZ);
                row += (nint)placement.Rows * placement.Stride;
            }
            else
            {
                plain = layer;
                slopeY = slope;
            }
        }

        Vector256<float> wx = weights.GetLower();
        Write(plain * slopes.GetLower(), slopeY * wx, slopeZ * wx, plain * wx, values, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Layer(float* weights, float* slopes, float* row, nint stride, out Vector256<float> slope)
    {
        slope = Vector256<float>.Zero;
        if (default(TDimensions).Count == 1)
        {
            return Vector256.Load(row);
        }

        Vector256<float> plain = Vector256<float>.Zero;
        Vector256<float> otherPlain = Vector256<float>.Zero;
        Vector256<float> otherSlope = Vector256<float>.Zero;
        for (int y = 0; y < default(TSpline).Support; y += 2, row += 2 * stride)
        {
            Vector256<float> values = Vector256.Load(row);
            Vector256<float> next = Vector256.Load(row + stride);
            plain = Vector256.FusedMultiplyAdd(values, Vector256.Create(weights[y]), plain);
            slope = Vector256.FusedMultiplyAdd(values, Vector256.Create(slopes[y]), slope);
            otherPlain = Vector256.FusedMultiplyAdd(next, Vector256.Create(weights[y + 1]), otherPlain);
            otherSlope = Vector256.FusedMultiplyAdd(next, Vector256.Create(slopes[y + 1]), otherSlope);
        }

        slope += otherSlope;
        return plain + otherPlain;
    }

    /// <summary>A vector that crosses two cache lines is slow to read back in parts, and the stack is aligned to sixteen bytes only.</summary>
    private static float* Aligned(float* room) => (float*)(((nint)room + 63) / 64 * 64);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Both(float first, float second) =>
        Vector256.Create(first).ToVector512Unsafe().WithUpper(Vector256.Create(second));

    /// <summary>Sums of eight lanes in one order, of two vectors at once: halves upon each other, then quarters, then neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    private static void Write(Vector256<float> x, Vector256<float> y, Vector256<float> z, Vector256<float> plain, float* values, nint length)
    {
        Vector256<float> last = Sums(default(TDimensions).Count == 1 ? plain : z, plain);
        Vector256<float> first = default(TDimensions).Count == 1 ? Sums(x, x) : Sums(x, y);
        values[0] = first.ToScalar();
        if (default(TDimensions).Count > 1)
        {
            values[length] = first.GetUpper().ToScalar();
        }

        if (default(TDimensions).Count > 2)
        {
            values[2 * length] = last.ToScalar();
        }

        values[default(TDimensions).Count * length] = last.GetUpper().ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Sums(Vector256<float> first, Vector256<float> second)
    {
        Vector256<float> four = first.GetLower().ToVector256Unsafe().WithUpper(second.GetLower()) + first.GetUpper().ToVector256Unsafe().WithUpper(second.GetUpper());
        Vector256<float> two = four + Vector256.Shuffle(four, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5));
        return two + Vector256.Shuffle(two, Vector256.Create(1, 0, 3, 2, 5, 4, 7, 6));
    }
}
