using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>
/// The stages of an autosorting transform (Stockham, decimation in frequency) on complex columns: y[q + s (r p + k)] =
/// e^(-2 pi i p k / (r m)) sum_l x[q + s (p + m l)] e^(-2 pi i k l / r). An element is a vector of real and one of imaginary parts.
/// </summary>
/// <remarks>Van Loan (1992), Computational frameworks for the fast Fourier transform, section 1.7.</remarks>
internal static unsafe class FourierButterflies<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> a, Vector512<T> b, Vector512<T> c) => typeof(T) == typeof(double)
        ? Vector512.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>()
        : Vector512.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>();

    /// <summary>Writes (re + i im) times the complex number at <paramref name="turn"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Turn(Vector512<T> re, Vector512<T> im, T* turn, T* to, nint toRe, nint toIm)
    {
        Vector512<T> c = Vector512.Create(turn[0]);
        Vector512<T> s = Vector512.Create(turn[1]);
        MultiplyAdd(re, c, -(im * s)).Store(to + toRe);
        MultiplyAdd(re, s, im * c).Store(to + toIm);
    }

    [MethodImpl(HotLoop.Alone)]
    public static void Two(T* x, T* y, FourierStage stage, T* turns, nint re, nint im)
    {
        nint element = 2 * Vector512<T>.Count;
        nint s = stage.Stride * element;
        nint jump = stage.Rest * s;
        for (int p = 0; p < stage.Rest; p++, turns += 2)
        {
            T* from = x + (p * s);
            T* to = y + (2 * p * s);
            for (nint q = 0; q < s; q += element)
            {
                T* a = from + q;
                T* b = a + jump;
                Vector512<T> ar = Vector512.Load(a + re);
                Vector512<T> ai = Vector512.Load(a + im);
                Vector512<T> br = Vector512.Load(b + re);
                Vector512<T> bi = Vector512.Load(b + im);
                (ar + br).Store(to + q + re);
                (ai + bi).Store(to + q + im);
                Turn(ar - br, ai - bi, turns, to + q + s, re, im);
            }
        }
    }

    [MethodImpl(HotLoop.Alone)]
    public static void Three(T* x, T* y, FourierStage stage, T* turns, nint re, nint im, T half, T sine)
    {
        nint element = 2 * Vector512<T>.Count;
        nint s = stage.Stride * element;
        nint jump = stage.Rest * s;
        Vector512<T> minusHalf = -Vector512.Create(half);
        Vector512<T> height = Vector512.Create(sine);
        for (int p = 0; p < stage.Rest; p++, turns += 4)
        {
            T* from = x + (p * s);
            T* to = y + (3 * p * s);
            for (nint q = 0; q < s; q += element)
            {
                T* a = from + q;
                T* b = a + jump;
                T* c = b + jump;
                Vector512<T> br = Vector512.Load(b + re);
                Vector512<T> bi = Vector512.Load(b + im);
                Vector512<T> cr = Vector512.Load(c + re);
                Vector512<T> ci = Vector512.Load(c + im);
                Vector512<T> sr = br + cr;
                Vector512<T> si = bi + ci;
                Vector512<T> dr = (br - cr) * height;
                Vector512<T> di = (bi - ci) * height;
                Vector512<T> ar = Vector512.Load(a + re);
                Vector512<T> ai = Vector512.Load(a + im);
                Vector512<T> tr = MultiplyAdd(sr, minusHalf, ar);
                Vector512<T> ti = MultiplyAdd(si, minusHalf, ai);
                (ar + sr).Store(to + q + re);
                (ai + si).Store(to + q + im);
                Turn(tr + di, ti - dr, turns, to + q + s, re, im);
                Turn(tr - di, ti + dr, turns + 2, to + q + (2 * s), re, im);
            }
        }
    }

    [MethodImpl(HotLoop.Alone)]
    public static void Four(T* x, T* y, FourierStage stage, T* turns, nint re, nint im)
    {
        nint element = 2 * Vector512<T>.Count;
        nint s = stage.Stride * element;
        nint jump = stage.Rest * s;
        for (int p = 0; p < stage.Rest; p++, turns += 6)
        {
            T* from = x + (p * s);
            T* to = y + (4 * p * s);
            for (nint q = 0; q < s; q += element)
            {
                T* a = from + q;
                T* b = a + jump;
                T* c = b + jump;
                T* d = c + jump;
                Vector512<T> sumRe = Vector512.Load(a + re) + Vector512.Load(c + re);
                Vector512<T> sumIm = Vector512.Load(a + im) + Vector512.Load(c + im);
                Vector512<T> apartRe = Vector512.Load(a + re) - Vector512.Load(c + re);
                Vector512<T> apartIm = Vector512.Load(a + im) - Vector512.Load(c + im);
                Vector512<T> oddRe = Vector512.Load(b + re) + Vector512.Load(d + re);
                Vector512<T> oddIm = Vector512.Load(b + im) + Vector512.Load(d + im);
                Vector512<T> crossRe = Vector512.Load(b + re) - Vector512.Load(d + re);
                Vector512<T> crossIm = Vector512.Load(b + im) - Vector512.Load(d + im);
                (sumRe + oddRe).Store(to + q + re);
                (sumIm + oddIm).Store(to + q + im);
                Turn(apartRe + crossIm, apartIm - crossRe, turns, to + q + s, re, im);
                Turn(sumRe - oddRe, sumIm - oddIm, turns + 2, to + q + (2 * s), re, im);
                Turn(apartRe - crossIm, apartIm + crossRe, turns + 4, to + q + (3 * s), re, im);
            }
        }
    }

    /// <param name="x">From.</param>
    /// <param name="y">To.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="turns">Its factors.</param>
    /// <param name="re">Where real parts are in an element.</param>
    /// <param name="im">Where imaginary parts are.</param>
    /// <param name="circle">cos 72, cos 144, sin 72, sin 144 degrees.</param>
    [MethodImpl(HotLoop.Alone)]
    public static void Five(T* x, T* y, FourierStage stage, T* turns, nint re, nint im, T* circle)
    {
        nint element = 2 * Vector512<T>.Count;
        nint s = stage.Stride * element;
        nint jump = stage.Rest * s;
        Vector512<T> cos1 = Vector512.Create(circle[0]);
        Vector512<T> cos2 = Vector512.Create(circle[1]);
        Vector512<T> sin1 = Vector512.Create(circle[2]);
        Vector512<T> sin2 = Vector512.Create(circle[3]);
        for (int p = 0; p < stage.Rest; p++, turns += 8)
        {
            T* from = x + (p * s);
            T* to = y + (5 * p * s);
            for (nint q = 0; q < s; q += element)
            {
                T* a = from + q;
                Vector512<T> ar = Vector512.Load(a + re);
                Vector512<T> ai = Vector512.Load(a + im);
                Vector512<T> nearRe = Vector512.Load(a + jump + re) + Vector512.Load(a + (4 * jump) + re);
                Vector512<T> nearIm = Vector512.Load(a + jump + im) + Vector512.Load(a + (4 * jump) + im);
                Vector512<T> farRe = Vector512.Load(a + (2 * jump) + re) + Vector512.Load(a + (3 * jump) + re);
                Vector512<T> farIm = Vector512.Load(a + (2 * jump) + im) + Vector512.Load(a + (3 * jump) + im);
                Vector512<T> crossNearRe = Vector512.Load(a + jump + re) - Vector512.Load(a + (4 * jump) + re);
                Vector512<T> crossNearIm = Vector512.Load(a + jump + im) - Vector512.Load(a + (4 * jump) + im);
                Vector512<T> crossFarRe = Vector512.Load(a + (2 * jump) + re) - Vector512.Load(a + (3 * jump) + re);
                Vector512<T> crossFarIm = Vector512.Load(a + (2 * jump) + im) - Vector512.Load(a + (3 * jump) + im);

                T* b = to + q;
                (ar + nearRe + farRe).Store(b + re);
                (ai + nearIm + farIm).Store(b + im);
                Vector512<T> evenRe = MultiplyAdd(nearRe, cos1, MultiplyAdd(farRe, cos2, ar));
                Vector512<T> evenIm = MultiplyAdd(nearIm, cos1, MultiplyAdd(farIm, cos2, ai));
                Vector512<T> oddRe = MultiplyAdd(crossNearRe, sin1, crossFarRe * sin2);
                Vector512<T> oddIm = MultiplyAdd(crossNearIm, sin1, crossFarIm * sin2);
                Turn(evenRe + oddIm, evenIm - oddRe, turns, b + s, re, im);
                Turn(evenRe - oddIm, evenIm + oddRe, turns + 6, b + (4 * s), re, im);
                evenRe = MultiplyAdd(nearRe, cos2, MultiplyAdd(farRe, cos1, ar));
                evenIm = MultiplyAdd(nearIm, cos2, MultiplyAdd(farIm, cos1, ai));
                oddRe = MultiplyAdd(crossNearRe, sin2, -(crossFarRe * sin1));
                oddIm = MultiplyAdd(crossNearIm, sin2, -(crossFarIm * sin1));
                Turn(evenRe + oddIm, evenIm - oddRe, turns + 2, b + (2 * s), re, im);
                Turn(evenRe - oddIm, evenIm + oddRe, turns + 4, b + (3 * s), re, im);
            }
        }
    }
}
