using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>
/// Transforms of real columns of M/2 numbers and as many zeros, 32 columns at once: sixteen are the real and sixteen the imaginary part of
/// one complex transform. Spectra are kept for k = 0 ... M/2 in bands of sixteen k, which are the lanes of what comes next.
/// </summary>
/// <param name="plan">Of length M.</param>
internal sealed unsafe class RealColumns(FourierPlan<float> plan)
{
    /// <summary>Columns that are transformed at once.</summary>
    public const int Width = 32;

    private const int Lanes16 = 16;

    private readonly int side = plan.Length;

    /// <summary>Bands of sixteen frequencies.</summary>
    public int Bands => (side / 32) + 1;

    /// <summary>Numbers of scratch that a call needs.</summary>
    public int Scratch => (2 * side * FourierPlan<float>.Element) + (4 * Lanes16 * Lanes16);

    /// <summary>Writes twice the spectra of 32 columns.</summary>
    /// <param name="grid">The first number of the first column.</param>
    /// <param name="stride">Way from one row to the next.</param>
    /// <param name="spectrum">Where the first column's first band goes: sixteen real, then sixteen imaginary parts; columns follow each other.</param>
    /// <param name="bandStride">Way from one band to the next.</param>
    /// <param name="scratch">Room to work.</param>
    [MethodImpl(HotLoop.Alone)]
    public void Forward(float* grid, nint stride, float* spectrum, nint bandStride, float* scratch)
    {
        float* x = scratch;
        float* y = x + (side * FourierPlan<float>.Element);
        float* tiles = y + (side * FourierPlan<float>.Element);
        float* begun = plan.BeginHalf(grid, stride, Lanes16, x, y);
        float* z = begun == x ? y : x;
        plan.Finish(begun, z);
        for (int band = 0; band < Bands; band++, spectrum += bandStride)
        {
            for (int lane = 0; lane < Lanes16; lane++)
            {
                Part(z, (band * Lanes16) + lane, tiles + (lane * Lanes16));
            }

            for (int part = 0; part < 4; part++)
            {
                // Real and imaginary parts of the first sixteen columns, then of the other sixteen.
                Transposition.Run(tiles + (part * 256), Lanes16, spectrum + ((part / 2) * 512) + ((part % 2) * Lanes16), Width);
            }
        }
    }

    /// <summary>Writes 32 columns of M/2 numbers, M times what their spectra mean.</summary>
    [MethodImpl(HotLoop.Alone)]
    public void Inverse(float* spectrum, nint bandStride, float* grid, nint stride, float* scratch)
    {
        float* x = scratch;
        float* y = x + (side * FourierPlan<float>.Element);
        float* tiles = y + (side * FourierPlan<float>.Element);
        for (int band = 0; band < Bands; band++, spectrum += bandStride)
        {
            for (int part = 0; part < 4; part++)
            {
                Transposition.Run(spectrum + ((part / 2) * 512) + ((part % 2) * Lanes16), Width, tiles + (part * 256), Lanes16);
            }

            for (int lane = 0; lane < Lanes16; lane++)
            {
                Join(tiles + (lane * Lanes16), x, (band * Lanes16) + lane);
            }
        }

        plan.InverseHalf(x, y, grid, stride, Lanes16);
    }

    /// <summary>Twice X_a[k] = (Z[k] + conj Z[M - k]) / 2 and X_b[k] = (Z[k] - conj Z[M - k]) / 2i of Z = X_a + i X_b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Part(float* z, int k, float* tile)
    {
        if (k > side / 2)
        {
            return;                                 // the lanes beyond M/2 are never read
        }

        float* there = z + (k * FourierPlan<float>.Element);
        float* back = z + ((k == 0 ? 0 : side - k) * FourierPlan<float>.Element);
        Vector512<float> re = Vector512.Load(there);
        Vector512<float> im = Vector512.Load(there + Lanes16);
        Vector512<float> backRe = Vector512.Load(back);
        Vector512<float> backIm = Vector512.Load(back + Lanes16);
        (re + backRe).Store(tile);
        (im - backIm).Store(tile + 256);
        (im + backIm).Store(tile + 512);
        (backRe - re).Store(tile + 768);
    }

    /// <summary>Z[k] = X_a + i X_b and Z[M - k] = conj X_a + i conj X_b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Join(float* tile, float* z, int k)
    {
        if (k > side / 2)
        {
            return;
        }

        Vector512<float> aRe = Vector512.Load(tile);
        Vector512<float> aIm = Vector512.Load(tile + 256);
        Vector512<float> bRe = Vector512.Load(tile + 512);
        Vector512<float> bIm = Vector512.Load(tile + 768);
        float* there = z + (k * FourierPlan<float>.Element);
        (aRe - bIm).Store(there);
        (aIm + bRe).Store(there + Lanes16);
        if (k > 0 && 2 * k < side)
        {
            float* back = z + ((side - k) * FourierPlan<float>.Element);
            (aRe + bIm).Store(back);
            (bRe - aIm).Store(back + Lanes16);
        }
    }
}
