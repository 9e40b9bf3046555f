using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Sums over w_k = exp(-beta x_k) in double, with an exponential and a logarithm whose bits are ours.</summary>
internal static class EntropyKernel
{
    /// <summary>Rows are padded to a multiple of this with <see cref="Padding"/>.</summary>
    public const int Width = 8;

    /// <summary>A negative x has no weight.</summary>
    public const double Padding = -1;

    private const double Log2E = 1.4426950408889634;
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;
    private const double Lowest = -700;
    private const double HalfSquareRootOf2 = 0.7071067811865476;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;

    /// <summary>Writes the weights and returns sum w, sum w x and sum w x^2.</summary>
    /// <param name="x">At least 0, or <see cref="Padding"/>; length a multiple of <see cref="Width"/>.</param>
    /// <param name="beta">At least 0.</param>
    /// <param name="weights">Receives w; length of x; 0 for padding and below exp(-700).</param>
    [MethodImpl(HotLoop.Alone)]
    public static (double Weight, double First, double Second) Sum(ReadOnlySpan<double> x, double beta, Span<double> weights)
    {
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(weights);
        Vector512<double> factor = Vector512.Create(-beta);
        Vector512<double> weight = Vector512<double>.Zero;
        Vector512<double> first = Vector512<double>.Zero;
        Vector512<double> second = Vector512<double>.Zero;
        for (int k = 0; k < x.Length; k += Width)
        {
            Vector512<double> v = Vector512.LoadUnsafe(ref from, (nuint)k);
            Vector512<double> w = Vector512.ConditionalSelect(
                Vector512.GreaterThanOrEqual(v, Vector512<double>.Zero), ExpOfNegative(v * factor), Vector512<double>.Zero);
            w.StoreUnsafe(ref to, (nuint)k);
            Vector512<double> wx = w * v;
            weight += w;
            first += wx;
            second = Vector512.FusedMultiplyAdd(wx, v, second);
        }

        return (Sum(weight), Sum(first), Sum(second));
    }

    /// <summary>exp(x) for x at most 700.</summary>
    public static double Exp(double x) => x <= 0 ? ExpOfNegative(Vector512.Create(x))[0] : 1 / ExpOfNegative(Vector512.Create(-x))[0];

    /// <summary>ln x for a normal x > 0: x = m 2^e, m in [sqrt(1/2), sqrt 2), ln m = 2 artanh((m - 1) / (m + 1)).</summary>
    public static double Log(double x)
    {
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent - 1);
        if (mantissa < HalfSquareRootOf2)
        {
            mantissa *= 2;
        }
        else
        {
            exponent++;
        }

        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double series = 0;
        for (int power = 23; power >= 3; power -= 2)
        {
            series = Math.FusedMultiplyAdd(series, square, 1.0 / power);
        }

        double log = 2 * Math.FusedMultiplyAdd(series * square, s, s);
        return Math.FusedMultiplyAdd(exponent, Ln2High, Math.FusedMultiplyAdd(exponent, Ln2Low, log));
    }

    /// <summary>exp(x) for x at most 0: x = n ln 2 + r, Taylor's polynomial of degree 13 in r; 0 below -700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpOfNegative(Vector512<double> x)
    {
        Vector512<double> bounded = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(Lowest)), x, Vector512.Create(Lowest));
        Vector512<double> n = Vector512.Floor(Vector512.FusedMultiplyAdd(bounded, Vector512.Create(Log2E), Vector512.Create(0.5)));
        Vector512<double> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2High), bounded);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), r);
        Vector512<double> sum = Vector512.Create(1.0 / 6227020800);
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 479001600));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 39916800));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 3628800));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 362880));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 40320));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 5040));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 720));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 120));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 24));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 6));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(0.5));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512<double>.One);
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512<double>.One);
        // n + 2^52 + 2^51 holds n + 1023 in its last bits: no conversion to integers, which narrower machines lack.
        Vector512<long> bits = Vector512.AsInt64(n + Vector512.Create(6755399441055744.0 + ExponentBias));
        Vector512<double> scaled = sum * Vector512.AsDouble(Vector512.ShiftLeft(bits, MantissaBits));
        return Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(Lowest)), scaled, Vector512<double>.Zero);
    }

    private static double Sum(Vector512<double> v) => (v[0] + v[4] + (v[2] + v[6])) + (v[1] + v[5] + (v[3] + v[7]));
}
