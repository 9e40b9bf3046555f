using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>x^b for one b and many x: half the steps of e^(b ln x).</summary>
/// <remarks>
/// x is 2^(16 h + l) c (1 + r) with c the middle of a sixteenth of an octave, so that abs(r) is at most 1/33: the powers of the first three come from tables of
/// sixteen numbers each, that of 1 + r from the first four terms of its series, which are within 4e-8 for b up to 3. Larger powers are squares of smaller ones.
/// </remarks>
internal readonly struct ConstantPower : IEquatable<ConstantPower>
{
    private const int Entries = 16;
    private const int MantissaBits = 23;
    private const int LowestExponent = -127;
    private const double LargestDirect = 3;

    /// <summary>1 / c, c^b, 2^(b l) about the middle of l, and the rest 2^(16 b h), sixteen of each.</summary>
    private readonly float[]? tables;
    private readonly double exponent;
    private readonly float first;
    private readonly float second;
    private readonly float third;
    private readonly int squarings;

    /// <param name="exponent">b, above 0.</param>
    public ConstantPower(double exponent)
    {
        this.exponent = exponent;
        squarings = Math.Max(0, (int)Math.Ceiling(Math.Log2(exponent / LargestDirect)));
        double b = Math.ScaleB(exponent, -squarings);
        (first, second, third) = ((float)b, (float)(b * (b - 1) / 2), (float)(b * (b - 1) * (b - 2) / 6));
        tables = new float[4 * Entries];
        for (int k = 0; k < Entries; k++)
        {
            tables[k] = (float)(1 / (1 + ((k + 0.5) / Entries)));
            tables[Entries + k] = (float)Math.Pow(tables[k], -b);
            tables[(2 * Entries) + k] = (float)Math.Pow(2, b * (k - (Entries / 2)));
            tables[(3 * Entries) + k] = (float)Math.Min(float.MaxValue, Math.Pow(2, b * ((Entries * k) + (Entries / 2) + LowestExponent)));
        }
    }

    /// <summary>
    /// x^b within 3.5e-7 of its size for b up to 3, and twice that for every doubling beyond. Powers below 1e-30 or above 1e30 may be off (and subnormal), but stay so small
    /// or so large, and are never NaN. Where x is below 1e-37, any number of at least 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Of(Lanes x)
    {
        if (tables is null)
        {
            ThrowNotMade();
        }

        ref float origin = ref MemoryMarshal.GetArrayDataReference(tables);
        Vector512<int> bits = x.Value.AsInt32();
        Vector512<int> sixteenth = bits >> (MantissaBits - 4);
        Vector512<float> mantissa = ((bits & Vector512.Create((1 << MantissaBits) - 1)) | Vector512.Create(1f).AsInt32()).AsSingle();
        Vector512<float> r = Vector512.FusedMultiplyAdd(mantissa, FromTable(ref origin, 0, sixteenth), Vector512.Create(-1f));
        Vector512<float> p = Vector512.FusedMultiplyAdd(Vector512.Create(third), r, Vector512.Create(second));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(first));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f));
        p = p * FromTable(ref origin, 1, sixteenth) * (FromTable(ref origin, 2, bits >> MantissaBits) * FromTable(ref origin, 3, bits >> (MantissaBits + 4)));
        for (int k = 0; k < squarings; k++)
        {
            p *= p;
        }

        return new(p);
    }

    /// <summary>By exponent, not by table: kernels that hold one are compared by value.</summary>
    public bool Equals(ConstantPower other) => exponent == other.exponent;

    public override bool Equals(object? obj) => obj is ConstantPower other && Equals(other);

    public override int GetHashCode() => exponent.GetHashCode();

    [DoesNotReturn]
    private static void ThrowNotMade() =>
        throw new InvalidOperationException("This kernel is a default value, without an exponent. Make it with its constructor or one of its static methods.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FromTable(ref float origin, int number, Vector512<int> names) =>
        Lanes.OfSixteen(Vector512.LoadUnsafe(ref origin, (nuint)(number * Entries)), names);
}
