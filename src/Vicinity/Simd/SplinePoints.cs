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

    public override int Support => default(TSpline).Support;

    public override double Window(double angle) => default(TSpline).Window(angle);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Spread(float* axes, nint length, float* charges, int first, int end, MeshPlacement placement, float* grid)
    {
        int quarter = (end - first) / Streams;
        for (int i = first; i < first + quarter; i++)
        {
            Spread(axes, length, charges, i, placement, grid);
            Spread(axes, length, charges, i + quarter, placement, grid);
            Spread(axes, length, charges, i + (2 * quarter), placement, grid);
            Spread(axes, length, charges, i + (3 * quarter), placement, grid);
        }

        for (int i = first + (Streams * quarter); i < end; i++)
        {
            Spread(axes, length, charges, i, placement, grid);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Gather(float* axes, nint length, int first, int end, MeshPlacement placement, float* grid, float* values)
    {
        for (int i = first; i < end; i++)
        {
            Gather(axes, length, i, placement, grid, values);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread(float* axes, nint length, float* charges, int i, MeshPlacement placement, float* grid)
    {
        float* row = Corner(axes, length, i, placement, grid, out float tx, out float ty, out float tz);
        Vector256<float> wx = default(TSpline).Weights(tx);
        wx = charges == null ? wx : wx * Vector256.Create(charges[i]);
        Vector256<float> wy = default(TSpline).Weights(ty);
        Vector256<float> wz = default(TSpline).Weights(tz);
        int layers = default(TDimensions).Count > 2 ? default(TSpline).Support : 1;
        for (int z = 0; z < layers; z++)
        {
            Vector256<float> layer = default(TDimensions).Count > 2 ? wx * Vector256.Create(((float*)&wz)[z]) : wx;
            SpreadLayer(layer, (float*)&wy, row, placement.Stride);
            row += (nint)placement.Rows * placement.Stride;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SpreadLayer(Vector256<float> layer, float* weights, float* row, nint stride)
    {
        if (default(TDimensions).Count == 1)
        {
            (Vector256.Load(row) + layer).Store(row);
            return;
        }

        for (int y = 0; y < default(TSpline).Support; y++, row += stride)
        {
            Vector256.FusedMultiplyAdd(layer, Vector256.Create(weights[y]), Vector256.Load(row)).Store(row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather(float* axes, nint length, int i, MeshPlacement placement, float* grid, float* values)
    {
        float* row = Corner(axes, length, i, placement, grid, out float tx, out float ty, out float tz);
        Vector256<float> wy = default(TSpline).Weights(ty);
        Vector256<float> sy = default(TSpline).Slopes(ty);
        Vector256<float> wz = default(TSpline).Weights(tz);
        Vector256<float> sz = default(TSpline).Slopes(tz);
        Vector256<float> plain = Vector256<float>.Zero;         // weighted along y and z
        Vector256<float> slopeY = Vector256<float>.Zero;
        Vector256<float> slopeZ = Vector256<float>.Zero;
        int layers = default(TDimensions).Count > 2 ? default(TSpline).Support : 1;
        for (int z = 0; z < layers; z++)
        {
            Vector256<float> layer = Layer((float*)&wy, (float*)&sy, row, placement.Stride, out Vector256<float> slope);
            if (default(TDimensions).Count > 2)
            {
                Vector256<float> weight = Vector256.Create(((float*)&wz)[z]);
                plain = Vector256.FusedMultiplyAdd(layer, weight, plain);
                slopeY = Vector256.FusedMultiplyAdd(slope, weight, slopeY);
                slopeZ = Vector256.FusedMultiplyAdd(layer, Vector256.Create(((float*)&sz)[z]), slopeZ);
                row += (nint)placement.Rows * placement.Stride;
            }
            else
            {
                plain = layer;
                slopeY = slope;
            }
        }

        Vector256<float> wx = default(TSpline).Weights(tx);
        Write(plain * default(TSpline).Slopes(tx), slopeY * wx, slopeZ * wx, plain * wx, values + i, length);
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
        for (int y = 0; y < default(TSpline).Support; y++, row += stride)
        {
            Vector256<float> values = Vector256.Load(row);
            plain = Vector256.FusedMultiplyAdd(values, Vector256.Create(weights[y]), plain);
            slope = Vector256.FusedMultiplyAdd(values, Vector256.Create(slopes[y]), slope);
        }

        return plain;
    }

    /// <summary>The first grid place that a point touches, and how far it is behind the one before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* Corner(
        float* axes, nint length, int i, MeshPlacement placement, float* grid, out float tx, out float ty, out float tz)
    {
        ty = 0;
        tz = 0;
        nint place = Split(axes[i] - placement.X, placement, out tx);
        if (default(TDimensions).Count > 1)
        {
            place += Split(axes[i + length] - placement.Y, placement, out ty) * placement.Stride;
        }

        if (default(TDimensions).Count > 2)
        {
            place += Split(axes[i + (2 * length)] - placement.Z, placement, out tz) * placement.Stride * placement.Rows;
        }

        return grid + place;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Split(float way, MeshPlacement placement, out float t)
    {
        float u = (way * placement.Scale) + placement.Before;
        int whole = (int)u;
        t = u - whole;
        return whole + 1 - (default(TSpline).Support / 2);
    }

    /// <summary>Sums of eight lanes in one order: halves upon each other, then quarters, then neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Vector256<float> x, Vector256<float> y, Vector256<float> z, Vector256<float> plain, float* values, nint length)
    {
        values[0] = Sum(x);
        if (default(TDimensions).Count > 1)
        {
            values[length] = Sum(y);
        }

        if (default(TDimensions).Count > 2)
        {
            values[2 * length] = Sum(z);
        }

        values[default(TDimensions).Count * length] = Sum(plain);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector256<float> eight)
    {
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return (two + Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
