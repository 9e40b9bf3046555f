using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <content>
/// Exponential, logarithm and power. The reduction is by Cody and Waite (1980), the polynomials interpolate at Chebyshev nodes of the
/// reduced interval; measured errors stand in the tests.
/// </content>
public readonly partial struct Lanes
{
    private const float Log2E = 1.442695f;
    private const float Ln2High = 0.693115234375f;                  // 12 bits, so that every k ln 2 is exact
    private const float Ln2Low = 3.194618329871446e-05f;
    private const float RoundToBiased = 12583039f;                  // 1.5 x 2^23 + 127: adding it leaves nearest integer + 127 in the low bits
    private const int SqrtHalfBits = 0x3F3504F3;
    private const int MantissaBits = 23;

    /// <summary>e^x within 1.1 ulp; 0 below -87.683 and infinity above 88.376, a little before the format ends.</summary>
    /// <param name="x">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Exp(Lanes x)
    {
        Vector512<float> bounded = Vector512.MaxNative(Vector512.Create(-88f), Vector512.MinNative(Vector512.Create(89f), x.Value));
        Vector512<float> shifted = Vector512.FusedMultiplyAdd(bounded, Vector512.Create(Log2E), Vector512.Create(RoundToBiased));
        Vector512<float> k = shifted - Vector512.Create(RoundToBiased);
        Vector512<float> r = Vector512.FusedMultiplyAdd(k, Vector512.Create(-Ln2High), bounded);
        r = Vector512.FusedMultiplyAdd(k, Vector512.Create(-Ln2Low), r);

        // By squares, not by Horner: the shorter chain is what the speed hangs on.
        Vector512<float> square = r * r;
        Vector512<float> high = Vector512.FusedMultiplyAdd(Vector512.Create(0.008363178f), r, Vector512.Create(0.041666556f));
        high = Vector512.FusedMultiplyAdd(Vector512.Create(0.0013926182f), square, high);
        Vector512<float> tail = Vector512.FusedMultiplyAdd(Vector512.Create(0.16666576f), r, Vector512.Create(0.5f));
        tail = Vector512.FusedMultiplyAdd(high, square, tail);
        Vector512<float> p = Vector512.Create(1f) + Vector512.FusedMultiplyAdd(tail, square, r);

        // The low bits hold k + 127, which are the exponent bits of 2^k: 0 at k = -127 and infinity at k = 128.
        return new(p * (shifted.AsInt32() << MantissaBits).AsSingle());
    }

    /// <summary>e^x for x of at most 85, cheaper than <see cref="Exp"/>; the relative error grows with abs(x) and is about 1e-7 + 1.3e-8 times it; 0 below -87.68.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes ExpToBound(Lanes x) =>
        BoundedExp2(new(Vector512.MaxNative(Vector512.Create(-87.9f), x.Value)), new(Vector512.Create(Log2E)));

    /// <summary>2^(a b), the product not rounded, within 1.25 ulp, cheaper than <see cref="Exp"/>; 0 below -126.5.</summary>
    /// <remarks>The caller owes -127.4 &lt; a b &lt; 127.4.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes BoundedExp2(Lanes a, Lanes b)
    {
        Vector512<float> shifted = Vector512.FusedMultiplyAdd(a.Value, b.Value, Vector512.Create(RoundToBiased));
        Vector512<float> r = Vector512.FusedMultiplyAdd(a.Value, b.Value, Vector512.Create(RoundToBiased) - shifted);
        Vector512<float> square = r * r;
        Vector512<float> high = Vector512.FusedMultiplyAdd(Vector512.Create(0.0013381302f), r, Vector512.Create(0.0096181035f));
        high = Vector512.FusedMultiplyAdd(Vector512.Create(0.00015444883f), square, high);
        Vector512<float> tail = Vector512.FusedMultiplyAdd(Vector512.Create(0.05550381f), r, Vector512.Create(0.24022651f));
        tail = Vector512.FusedMultiplyAdd(high, square, tail);
        Vector512<float> p = Vector512.FusedMultiplyAdd(Vector512.Create(0.6931472f), r, Vector512.Create(1f));
        p = Vector512.FusedMultiplyAdd(tail, square, p);
        return new(p * (shifted.AsInt32() << MantissaBits).AsSingle());
    }

    /// <summary>ln x within 1.5 ulp, subnormal x too; -infinity at 0, NaN below.</summary>
    /// <param name="x">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Log(Lanes x)
    {
        Vector512<float> subnormal = Vector512.LessThan(x.Value, Vector512.Create(1.17549435e-38f));
        Vector512<float> normal = Vector512.ConditionalSelect(subnormal, x.Value * Vector512.Create(8388608f), x.Value);
        Vector512<float> logarithm = LogOfNormal(normal, Vector512.ConditionalSelect(subnormal, Vector512.Create((float)MantissaBits), Vector512<float>.Zero));
        logarithm = Vector512.ConditionalSelect(Vector512.LessThan(x.Value, Vector512.Create(float.PositiveInfinity)), logarithm, x.Value);
        logarithm = Vector512.ConditionalSelect(Vector512.Equals(x.Value, Vector512<float>.Zero), Vector512.Create(float.NegativeInfinity), logarithm);
        return new(Vector512.ConditionalSelect(Vector512.LessThan(x.Value, Vector512<float>.Zero), Vector512.Create(float.NaN), logarithm));
    }

    /// <summary>x^y for x of at least 1e-37, cheaper than <see cref="Pow"/>; anything where x is below it, and about e^85 where it would be above that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes PowerOfNormal(Lanes x, Lanes y) =>
        ExpToBound(new(Vector512.MinNative(Vector512.Create(85f), y.Value * LogOfNormal(x.Value, Vector512<float>.Zero))));

    /// <summary>ln x within 1.5 ulp for finite x of at least 1; cheaper than <see cref="Log"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes LogFromOne(Lanes x) => new(LogOfNormal(x.Value, Vector512<float>.Zero));

    /// <summary>x^y = e^(y ln x) for x at least 0; the relative error grows with abs(y ln x) and is about 1e-7 times it.</summary>
    /// <param name="x">At least 0; NaN below.</param>
    /// <param name="y">Any numbers; 0^0 is 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Pow(Lanes x, Lanes y) => Select(AreEqual(y, Zero), Broadcast(1f), Exp(y * Log(x)));

    /// <summary>ln(x 2^-shift) for a normal x.</summary>
    /// <remarks>x is 2^k (1 + t) with t in [-0.293, 0.415]. In plain vectors, since the compiler inlines only so many calls into one loop.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogOfNormal(Vector512<float> x, Vector512<float> shift)
    {
        Vector512<int> bits = x.AsInt32() - Vector512.Create(SqrtHalfBits);
        Vector512<float> k = Vector512.ConvertToSingle(bits >> MantissaBits) - shift;
        Vector512<float> t = ((bits & Vector512.Create(0x007FFFFF)) + Vector512.Create(SqrtHalfBits)).AsSingle() - Vector512.Create(1f);

        // By squares, as in the exponential.
        Vector512<float> square = t * t;
        Vector512<float> fourth = square * square;
        Vector512<float> p0 = Vector512.FusedMultiplyAdd(Vector512.Create(-0.24999997f), t, Vector512.Create(0.33333331f));
        Vector512<float> p2 = Vector512.FusedMultiplyAdd(Vector512.Create(-0.16667798f), t, Vector512.Create(0.20000717f));
        Vector512<float> p4 = Vector512.FusedMultiplyAdd(Vector512.Create(-0.12425777f), t, Vector512.Create(0.14249033f));
        Vector512<float> p6 = Vector512.FusedMultiplyAdd(Vector512.Create(-0.11479188f), t, Vector512.Create(0.11685796f));
        p0 = Vector512.FusedMultiplyAdd(p2, square, p0);
        p4 = Vector512.FusedMultiplyAdd(p6, square, p4);
        p4 = Vector512.FusedMultiplyAdd(Vector512.Create(0.06969754f), fourth, p4);
        Vector512<float> p = Vector512.FusedMultiplyAdd(p4, fourth, p0);

        Vector512<float> tail = Vector512.FusedMultiplyAdd(p * t, square, k * Vector512.Create(Ln2Low));
        tail = Vector512.FusedMultiplyAdd(Vector512.Create(-0.5f), square, tail);
        return Vector512.FusedMultiplyAdd(k, Vector512.Create(Ln2High), t + tail);
    }
}
