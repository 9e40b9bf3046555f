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
    private const float RoundToInteger = 12582912f;                 // 1.5 x 2^23: adding it leaves the nearest integer in the low bits
    private const int SqrtHalfBits = 0x3F3504F3;
    private const int MantissaBits = 23;

    /// <summary>e^x within 1 ulp; 0 below -87.336, where the result would be subnormal, and infinity above 88.7228.</summary>
    /// <param name="x">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Exp(Lanes x)
    {
        Lanes shifted = FusedMultiplyAdd(x, Broadcast(Log2E), Broadcast(RoundToInteger));
        Lanes k = shifted - Broadcast(RoundToInteger);
        Lanes r = FusedMultiplyAdd(k, Broadcast(-Ln2High), x);
        r = FusedMultiplyAdd(k, Broadcast(-Ln2Low), r);

        Lanes p = FusedMultiplyAdd(Broadcast(0.0013926182f), r, Broadcast(0.008363178f));
        p = FusedMultiplyAdd(p, r, Broadcast(0.041666556f));
        p = FusedMultiplyAdd(p, r, Broadcast(0.16666576f));
        p = FusedMultiplyAdd(p, r, Broadcast(0.5f));
        p = FusedMultiplyAdd(p, r, Broadcast(1f));
        p = FusedMultiplyAdd(p, r, Broadcast(1f));

        // Multiplying by 2^k is adding k to the exponent; where that would leave the normal numbers, the two choices below decide.
        Lanes scaled = new((p.Value.AsInt32() + (shifted.Value.AsInt32() << MantissaBits)).AsSingle());
        Lanes bounded = Select(x < Broadcast(-87.336f), Zero, scaled);
        return Select(x > Broadcast(88.72283f), Broadcast(float.PositiveInfinity), bounded);
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
