using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vicinity;

/// <content>
/// Exponential, logarithm and power. The reduction is by Cody and Waite (1980), that of the logarithm by a table as Tang's (1990); the
/// polynomials interpolate at Chebyshev nodes of the reduced interval; measured errors stand in the tests.
/// </content>
public readonly partial struct Lanes
{
    private const float Log2E = 1.442695f;
    private const float Ln2High = 0.693115234375f;                  // 12 bits, so that every k ln 2 is exact
    private const float Ln2Low = 3.194618329871446e-05f;
    private const float RoundToBiased = 12583039f;                  // 1.5 x 2^23 + 127: adding it leaves nearest integer + 127 in the low bits
    private const int LowestOfSixteenBits = 0x3F3C0000;            // of 0.734375: half a step below 0.75, the lowest of the sixteen
    private const int MantissaBits = 23;
    private const int ExponentMask = -1 << MantissaBits;

    /// <summary>1 / c for c = 24/32 ... 31/32, 16/16 ... 23/16, each moved by up to 2000 ulp to where ln c is nearly a float.</summary>
    private static Vector512<float> CenterInverses
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            1.3335718f, 1.2802093f, 1.2309699f, 1.1851193f, 1.1428059f, 1.1035353f, 1.0664537f, 1.0321561f,
            1f, 0.9410953f, 0.8888079f, 0.8420356f, 0.8001192f, 0.76199967f, 0.7273897f, 0.695686f);
    }

    /// <summary>ln c.</summary>
    private static Vector512<float> CenterLogarithms
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            -0.2878609f, -0.24702358f, -0.2078024f, -0.16984342f, -0.13348658f, -0.09851893f, -0.06433884f, -0.031649925f,
            0f, 0.060710877f, 0.11787416f, 0.171933f, 0.22299454f, 0.27180916f, 0.31829292f, 0.3628569f);
    }

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

    /// <summary>ln x within 1.5 ulp for finite x of at least 1e-37; cheaper than <see cref="Log"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes LogOfNormal(Lanes x) => new(LogOfNormal(x.Value, Vector512<float>.Zero));

    /// <summary>x^y = e^(y ln x) for x at least 0; the relative error grows with abs(y ln x) and is about 1e-7 times it.</summary>
    /// <param name="x">At least 0; NaN below.</param>
    /// <param name="y">Any numbers; 0^0 is 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Pow(Lanes x, Lanes y) => Select(AreEqual(y, Zero), Broadcast(1f), Exp(y * Log(x)));

    /// <summary>ln(x 2^-shift) for a normal x.</summary>
    /// <remarks>
    /// x is 2^k c (1 + r) with c the nearest of sixteen numbers about 1, among them 1 itself, so that |r| is at most 1/32 and three terms
    /// beyond r are enough. In plain vectors, since the compiler inlines only so many calls into one loop.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogOfNormal(Vector512<float> x, Vector512<float> shift)
    {
        Vector512<int> bits = x.AsInt32() - Vector512.Create(LowestOfSixteenBits);
        Vector512<int> sixteenth = bits >> (MantissaBits - 4);
        Vector512<float> k = Vector512.ConvertToSingle(bits >> MantissaBits) - shift;
        Vector512<float> mantissa = (x.AsInt32() - (bits & Vector512.Create(ExponentMask))).AsSingle();
        Vector512<float> r = Vector512.FusedMultiplyAdd(mantissa, OfSixteen(CenterInverses, sixteenth), Vector512.Create(-1f));
        Vector512<float> logarithm = Vector512.FusedMultiplyAdd(k, Vector512.Create(0.6931472f), OfSixteen(CenterLogarithms, sixteenth));
        Vector512<float> p = Vector512.FusedMultiplyAdd(Vector512.Create(-0.25012252f), r, Vector512.Create(0.33348036f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(-0.5f));
        return logarithm + Vector512.FusedMultiplyAdd(p, r * r, r);
    }

    /// <summary>Of sixteen numbers those that the lowest four bits name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> OfSixteen(Vector512<float> numbers, Vector512<int> names)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.PermuteVar16x32(numbers, names);
        }

        return Avx2.IsSupported
            ? OfSixteen(numbers, names.GetLower()).ToVector512Unsafe().WithUpper(OfSixteen(numbers, names.GetUpper()))
            : OneByOne(numbers, names);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> OfSixteen(Vector512<float> numbers, Vector256<int> names)
    {
        Vector256<float> low = Avx2.PermuteVar8x32(numbers.GetLower(), names);
        Vector256<float> high = Avx2.PermuteVar8x32(numbers.GetUpper(), names);
        return Avx.BlendVariable(low, high, (names << 28).AsSingle());
    }

    private static unsafe Vector512<float> OneByOne(Vector512<float> numbers, Vector512<int> names)
    {
        Unsafe.SkipInit(out Vector512<float> chosen);
        for (int lane = 0; lane < Count; lane++)
        {
            ((float*)&chosen)[lane] = ((float*)&numbers)[((int*)&names)[lane] & (Count - 1)];
        }

        return chosen;
    }
}
