using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>
/// Discrete Fourier transforms X[k] = sum_j x[j] e^(-2 pi i j k / M) of one length, of as many columns at once as a vector has lanes
/// (16 in float, 8 in double). An element is a vector of real parts and then one of imaginary parts.
/// </summary>
internal sealed unsafe class FourierPlan<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly FourierStage[] stages;
    private readonly PinnedBuffer<T> turns;
    private readonly PinnedBuffer<T> circle = new(4);

    /// <param name="length">M, a product of 16, 2s, 3s and 5s.</param>
    public FourierPlan(int length)
    {
        Length = length;
        stages = Stages(length);
        turns = new(stages[^1].Turns + TurnsOf(stages[^1].Radix, stages[^1].Rest));
        foreach (FourierStage stage in stages)
        {
            FillTurns(stage);
        }

        double[] fifths = [Math.Cos(0.4 * Math.PI), Math.Cos(0.8 * Math.PI), Math.Sin(0.4 * Math.PI), Math.Sin(0.8 * Math.PI)];
        for (int k = 0; k < 4; k++)
        {
            circle.Pointer[k] = T.CreateTruncating(fifths[k]);
        }
    }

    /// <summary>Numbers in one element.</summary>
    public static int Element => 2 * Vector512<T>.Count;

    /// <summary>M.</summary>
    public int Length { get; }

    /// <summary>The whole transform; the inverse one is not divided by M.</summary>
    /// <param name="x">M elements; they do not survive.</param>
    /// <param name="work">Room for M elements.</param>
    /// <param name="isInverse">True for e^(+2 pi i j k / M).</param>
    /// <returns>Where the result is: x or work.</returns>
    public T* Transform(T* x, T* work, bool isInverse) => Run(x, work, 0, stages.Length, isInverse);

    /// <summary>The transform of M/2 numbers followed by as many zeros, given at any places, but for the last stage.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="stride">Way from one element to the next.</param>
    /// <param name="imaginary">Way from the real to the imaginary parts.</param>
    /// <param name="x">Room for M elements.</param>
    /// <param name="work">Room for M elements.</param>
    /// <returns>What the last stage has to work on: x or work.</returns>
    public T* BeginHalf(T* source, nint stride, nint imaginary, T* x, T* work)
    {
        FirstOfHalf(source, stride, imaginary, x);
        return Run(x, work, 1, stages.Length - 1, isInverse: false);
    }

    /// <summary>The last stage of a forward transform.</summary>
    public void Finish(T* x, T* y) => FourierButterflies<T>.Four(x, y, stages[^1], turns.Pointer + stages[^1].Turns, 0, Vector512<T>.Count);

    /// <summary>The last stage, whose element k is then multiplied by vector min(k, M - k) of a real even factor.</summary>
    [MethodImpl(HotLoop.Alone)]
    public void FinishTimes(T* x, T* y, T* factor)
    {
        Finish(x, y);
        int lanes = Vector512<T>.Count;
        Scale(y, Vector512.Load(factor));
        for (int k = 1; k <= Length / 2; k++)
        {
            Vector512<T> scale = Vector512.Load(factor + ((nint)k * lanes));
            Scale(y + ((nint)k * 2 * lanes), scale);
            if (2 * k < Length)
            {
                Scale(y + ((nint)(Length - k) * 2 * lanes), scale);
            }
        }
    }

    /// <summary>The inverse transform of which only the first half is wanted, written to any places.</summary>
    /// <param name="x">M elements; they do not survive.</param>
    /// <param name="work">Room for M elements.</param>
    /// <param name="target">Where the first of M/2 elements goes.</param>
    /// <param name="stride">Way from one element to the next.</param>
    /// <param name="imaginary">Way from the real to the imaginary parts.</param>
    public void InverseHalf(T* x, T* work, T* target, nint stride, nint imaginary) =>
        LastOfHalf(Run(x, work, 0, stages.Length - 1, isInverse: true), target, stride, imaginary);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scale(T* element, Vector512<T> factor)
    {
        (Vector512.Load(element) * factor).Store(element);
        (Vector512.Load(element + Vector512<T>.Count) * factor).Store(element + Vector512<T>.Count);
    }

    private T* Run(T* x, T* work, int first, int end, bool isInverse)
    {
        // Exchanging real and imaginary parts, before and after, turns a transform into its inverse.
        nint re = isInverse ? Vector512<T>.Count : 0;
        nint im = Vector512<T>.Count - re;
        for (int at = first; at < end; at++)
        {
            Run(stages[at], x, work, re, im);
            T* written = work;
            work = x;
            x = written;
        }

        return x;
    }

    private void Run(FourierStage stage, T* x, T* y, nint re, nint im)
    {
        T* turn = turns.Pointer + stage.Turns;
        switch (stage.Radix)
        {
            case 2: FourierButterflies<T>.Two(x, y, stage, turn, re, im); break;
            case 3: FourierButterflies<T>.Three(x, y, stage, turn, re, im, T.CreateTruncating(0.5), T.CreateTruncating(Math.Sqrt(0.75))); break;
            case 4: FourierButterflies<T>.Four(x, y, stage, turn, re, im); break;
            default: FourierButterflies<T>.Five(x, y, stage, turn, re, im, circle.Pointer); break;
        }
    }

    /// <summary>The first stage where the second half is zero: b_k = a_0 + (-i)^k a_1.</summary>
    [MethodImpl(HotLoop.Alone)]
    private void FirstOfHalf(T* source, nint stride, nint imaginary, T* y)
    {
        int lanes = Vector512<T>.Count;
        int rest = Length / 4;
        T* turn = turns.Pointer;
        for (int p = 0; p < rest; p++, turn += 6, y += 8 * lanes)
        {
            T* a = source + (p * stride);
            T* b = a + (rest * stride);
            Vector512<T> ar = Vector512.Load(a);
            Vector512<T> ai = Vector512.Load(a + imaginary);
            Vector512<T> br = Vector512.Load(b);
            Vector512<T> bi = Vector512.Load(b + imaginary);
            (ar + br).Store(y);
            (ai + bi).Store(y + lanes);
            FourierButterflies<T>.Turn(ar + bi, ai - br, turn, y + (2 * lanes), 0, lanes);
            FourierButterflies<T>.Turn(ar - br, ai - bi, turn + 2, y + (4 * lanes), 0, lanes);
            FourierButterflies<T>.Turn(ar - bi, ai + br, turn + 4, y + (6 * lanes), 0, lanes);
        }
    }

    /// <summary>The last inverse stage where the second half is not wanted: its factors are all 1.</summary>
    [MethodImpl(HotLoop.Alone)]
    private void LastOfHalf(T* x, T* target, nint stride, nint imaginary)
    {
        int lanes = Vector512<T>.Count;
        nint quarter = (nint)(Length / 4) * 2 * lanes;
        T* next = target + (Length / 4 * stride);
        for (int q = 0; q < Length / 4; q++, x += 2 * lanes, target += stride, next += stride)
        {
            T* b = x + quarter;
            T* c = b + quarter;
            T* d = c + quarter;
            Vector512<T> sumRe = Vector512.Load(x) + Vector512.Load(c);
            Vector512<T> sumIm = Vector512.Load(x + lanes) + Vector512.Load(c + lanes);
            Vector512<T> apartRe = Vector512.Load(x) - Vector512.Load(c);
            Vector512<T> apartIm = Vector512.Load(x + lanes) - Vector512.Load(c + lanes);
            (sumRe + (Vector512.Load(b) + Vector512.Load(d))).Store(target);
            (sumIm + (Vector512.Load(b + lanes) + Vector512.Load(d + lanes))).Store(target + imaginary);
            (apartRe - (Vector512.Load(b + lanes) - Vector512.Load(d + lanes))).Store(next);
            (apartIm + (Vector512.Load(b) - Vector512.Load(d))).Store(next + imaginary);
        }
    }

    private static int TurnsOf(int radix, int rest) => 2 * (radix - 1) * rest;

    /// <summary>The stages, 4 first and last.</summary>
    private static FourierStage[] Stages(int length)
    {
        List<FourierStage> stages = [];
        int rest = length;
        int stride = 1;
        int turns = 0;
        foreach (int radix in Radices(length))
        {
            rest /= radix;
            stages.Add(new(radix, rest, stride, turns));
            turns += TurnsOf(radix, rest);
            stride *= radix;
        }

        return rest == 1 ? [.. stages] : throw new ArgumentOutOfRangeException(nameof(length), length, "A length is 16 times 2s, 3s and 5s.");
    }

    private static IEnumerable<int> Radices(int length)
    {
        yield return 4;
        int middle = length / 16;
        foreach (int radix in (int[])[5, 4, 3, 2])
        {
            for (; middle % radix == 0; middle /= radix)
            {
                yield return radix;
            }
        }

        yield return 4;
    }

    private void FillTurns(FourierStage stage)
    {
        T* turn = turns.Pointer + stage.Turns;
        for (int p = 0; p < stage.Rest; p++)
        {
            for (int k = 1; k < stage.Radix; k++, turn += 2)
            {
                (double sine, double cosine) = Math.SinCos(-2 * Math.PI * p * k / ((double)stage.Radix * stage.Rest));
                turn[0] = T.CreateTruncating(cosine);
                turn[1] = T.CreateTruncating(sine);
            }
        }
    }
}
