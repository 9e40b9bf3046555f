using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>
/// Convolutions in one dimension. A line of M = 16 L places is sixteen interleaved lines of L, which are the lanes: transforms of length L,
/// a turn by e^(-2 pi i a k / M), and transforms of length 16 across the lanes give frequencies k + L m.
/// </summary>
/// <remarks>Bailey (1990), FFTs in external or hierarchical memory.</remarks>
internal sealed unsafe class LineConvolution : IMeshConvolution
{
    private const int Element = 32;
    private const int Lines = 16;

    private readonly FourierPlan<float> along;
    private readonly FourierPlan<float> across = new(Lines);
    private readonly PinnedBuffer<float> turns;
    private readonly PinnedBuffer<float> scratch;
    private readonly int side;

    /// <param name="side">M, by <see cref="Side"/>.</param>
    public LineConvolution(int side)
    {
        this.side = side;
        along = new(side / Lines);
        turns = new(2 * side);
        scratch = new((4 * side) + (4 * Lines * Element));
        for (int i = 0; i < side; i++)
        {
            (double sine, double cosine) = Math.SinCos(-2 * Math.PI * (i / Lines) * (i % Lines) / side);
            turns.Pointer[(i / Lines * Element) + (i % Lines)] = (float)cosine;
            turns.Pointer[(i / Lines * Element) + Lines + (i % Lines)] = (float)sine;
        }
    }

    public int Stride => GridLength;

    public int GridLength => side / 2;

    /// <summary>The smallest M of at least <paramref name="least"/>.</summary>
    public static int Side(int least) => Lines * FourierSizes.AtLeast((least + Lines - 1) / Lines);

    [MethodImpl(HotLoop.Alone)]
    public double Run(float* charges, int used, float* factor, float* potential, int threads)
    {
        int length = side / Lines;
        float* x = scratch.Pointer;
        float* y = x + (2 * side);
        for (int k = 0; k < length; k++)
        {
            (k < length / 2 ? Vector512.Load(charges + (k * Lines)) : Vector512<float>.Zero).Store(x + (k * Element));
            Vector512<float>.Zero.Store(x + (k * Element) + Lines);
        }

        float* line = along.Transform(x, y, isInverse: false);
        for (int k = 0; k < length; k += Lines)
        {
            Filter(line + (k * Element), turns.Pointer + (k * Element), factor + k, length);
        }

        float* result = along.Transform(line, line == x ? y : x, isInverse: true);
        double sum = 0;
        for (int i = 0; i < side / 2; i++)
        {
            potential[i] = result[(i / Lines * Element) + (i % Lines)];
            sum += i < used ? (double)charges[i] * potential[i] : 0;
        }

        scratch.KeepAlive();
        return sum;
    }

    /// <summary>Sixteen frequencies k: turned, transformed across the lanes, multiplied, and all of it back.</summary>
    [MethodImpl(HotLoop.Alone)]
    private void Filter(float* elements, float* turn, float* factor, int length)
    {
        float* x = scratch.Pointer + (4 * side);
        float* y = x + (Lines * Element);
        for (int k = 0; k < Lines; k++)
        {
            Turn(elements + (k * Element), turn + (k * Element), 1);
        }

        Exchange(elements, x);
        float* lanes = across.Transform(x, y, isInverse: false);
        for (int m = 0; m < Lines; m++)
        {
            Vector512<float> scale = Vector512.Load(factor + ((nint)m * length));
            (Vector512.Load(lanes + (m * Element)) * scale).Store(lanes + (m * Element));
            (Vector512.Load(lanes + (m * Element) + Lines) * scale).Store(lanes + (m * Element) + Lines);
        }

        Exchange(across.Transform(lanes, lanes == x ? y : x, isInverse: true), elements);
        for (int k = 0; k < Lines; k++)
        {
            Turn(elements + (k * Element), turn + (k * Element), -1);
        }
    }

    private static void Exchange(float* from, float* to)
    {
        Transposition.Run(from, Element, to, Element);
        Transposition.Run(from + Lines, Element, to + Lines, Element);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(float* element, float* turn, float direction)
    {
        Vector512<float> re = Vector512.Load(element);
        Vector512<float> im = Vector512.Load(element + Lines);
        Vector512<float> cosine = Vector512.Load(turn);
        Vector512<float> sine = Vector512.Load(turn + Lines) * Vector512.Create(direction);
        Vector512.FusedMultiplyAdd(re, cosine, -(im * sine)).Store(element);
        Vector512.FusedMultiplyAdd(re, sine, im * cosine).Store(element + Lines);
    }
}
