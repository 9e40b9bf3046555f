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
        x = Max(Broadcast(-88f), Min(Broadcast(89f), x));
        Lanes shifted = FusedMultiplyAdd(x, Broadcast(Log2E), Broadcast(RoundToBiased));
        Lanes k = shifted - Broadcast(RoundToBiased);
        Lanes r = FusedMultiplyAdd(k, Broadcast(-Ln2High), x);
        r = FusedMultiplyAdd(k, Broadcast(-Ln2Low), r);

        // By squares, not by Horner: the shorter chain is what the speed hangs on.
        Lanes square = r * r;
        Lanes high = FusedMultiplyAdd(Broadcast(0.0013926182f), square, FusedMultiplyAdd(Broadcast(0.008363178f), r, Broadcast(0.041666556f)));
        Lanes tail = FusedMultiplyAdd(high, square, FusedMultiplyAdd(Broadcast(0.16666576f), r, Broadcast(0.5f)));
        Lanes p = Broadcast(1f) + FusedMultiplyAdd(tail, square, r);

        // The low bits hold k + 127, which are the exponent bits of 2^k: 0 at k = -127 and infinity at k = 128.
        return p * new Lanes((shifted.Value.AsInt32() << MantissaBits).AsSingle());
    }

    /// <summary>2^(a b), the product not rounded, within 1.25 ulp, cheaper than <see cref="Exp"/>; 0 below -126.5.</summary>
    /// <remarks>The caller owes -127.4 &lt; a b &lt; 127.4.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes BoundedExp2(Lanes a, Lanes b)
    {
        Lanes shifted = FusedMultiplyAdd(a, b, Broadcast(RoundToBiased));
        Lanes r = FusedMultiplyAdd(a, b, Broadcast(RoundToBiased) - shifted);
        Lanes square = r * r;
        Lanes high = FusedMultiplyAdd(Broadcast(0.00015444883f), square, FusedMultiplyAdd(Broadcast(0.0013381302f), r, Broadcast(0.0096181035f)));
        Lanes tail = FusedMultiplyAdd(high, square, FusedMultiplyAdd(Broadcast(0.05550381f), r, Broadcast(0.24022651f)));
        Lanes p = FusedMultiplyAdd(tail, square, FusedMultiplyAdd(Broadcast(0.6931472f), r, Broadcast(1f)));
        return p * new Lanes((shifted.Value.AsInt32() << MantissaBits).AsSingle());
    }

    /// <summary>ln x within 1.5 ulp, subnormal x too; -infinity at 0, NaN below.</summary>
    /// <param name="x">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Log(Lanes x)
    {
        LaneMask subnormal = x < Broadcast(1.17549435e-38f);
        Vector512<int> bits = Select(subnormal, x * Broadcast(8388608f), x).Value.AsInt32() - Vector512.Create(SqrtHalfBits);
        Lanes exponent = new(Vector512.ConvertToSingle(bits >> MantissaBits));
        exponent -= Select(subnormal, Broadcast(MantissaBits), Zero);
        Lanes mantissa = new(((bits & Vector512.Create(0x007FFFFF)) + Vector512.Create(SqrtHalfBits)).AsSingle());
        Lanes logarithm = LogAroundOne(mantissa - Broadcast(1f), exponent);

        Lanes infinity = Broadcast(float.PositiveInfinity);
        logarithm = Select(x < infinity, logarithm, x);
        logarithm = Select(AreEqual(x, Zero), -infinity, logarithm);
        return Select(x < Zero, Broadcast(float.NaN), logarithm);
    }

    /// <summary>x^y = e^(y ln x) for x at least 0; the relative error grows with abs(y ln x) and is about 1e-7 times it.</summary>
    /// <param name="x">At least 0; NaN below.</param>
    /// <param name="y">Any numbers; 0^0 is 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Pow(Lanes x, Lanes y) => Select(AreEqual(y, Zero), Broadcast(1f), Exp(y * Log(x)));

    /// <summary>ln(1 + t) + k ln 2 for t in [-0.293, 0.415].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes LogAroundOne(Lanes t, Lanes k)
    {
        Lanes p = FusedMultiplyAdd(Broadcast(0.06969754f), t, Broadcast(-0.11479188f));
        p = FusedMultiplyAdd(p, t, Broadcast(0.11685796f));
        p = FusedMultiplyAdd(p, t, Broadcast(-0.12425777f));
        p = FusedMultiplyAdd(p, t, Broadcast(0.14249033f));
        p = FusedMultiplyAdd(p, t, Broadcast(-0.16667798f));
        p = FusedMultiplyAdd(p, t, Broadcast(0.20000717f));
        p = FusedMultiplyAdd(p, t, Broadcast(-0.24999997f));
        p = FusedMultiplyAdd(p, t, Broadcast(0.33333331f));

        Lanes square = t * t;
        Lanes tail = FusedMultiplyAdd(p * t, square, k * Broadcast(Ln2Low));
        tail = FusedMultiplyAdd(Broadcast(-0.5f), square, tail);
        return FusedMultiplyAdd(k, Broadcast(Ln2High), t + tail);
    }
}
