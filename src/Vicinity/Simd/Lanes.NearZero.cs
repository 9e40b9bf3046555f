using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <content>Logarithm and exponential that keep their digits where their argument is near zero.</content>
public readonly partial struct Lanes
{
    private const float SmallExponent = 0.5f;

    /// <summary>ln(1 + x) within 3 ulp, tiny x too; -infinity at -1, NaN below.</summary>
    /// <param name="x">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes LogOnePlus(Lanes x)
    {
        // What rounding 1 + x lost is added to first order (Kahan).
        Vector512<float> u = Vector512.Create(1f) + x.Value;
        Vector512<float> kept = u - Vector512.Create(1f);
        Vector512<float> lost = Vector512.ConditionalSelect(Vector512.Equals(kept, x.Value), Vector512<float>.Zero, (x.Value - kept) * (Vector512.Create(1f) / u));

        // 1 + x is never subnormal, so the ends are all that the plain logarithm has to be told.
        Vector512<float> logarithm = LogOfNormal(u, Vector512<float>.Zero) + lost;
        logarithm = Vector512.ConditionalSelect(Vector512.LessThan(u, Vector512.Create(float.PositiveInfinity)), logarithm, u);
        logarithm = Vector512.ConditionalSelect(Vector512.Equals(u, Vector512<float>.Zero), Vector512.Create(float.NegativeInfinity), logarithm);
        return new(Vector512.ConditionalSelect(Vector512.LessThan(u, Vector512<float>.Zero), Vector512.Create(float.NaN), logarithm));
    }

    /// <summary>ln(1 + x) within 3 ulp for finite x of at least 0; cheaper than <see cref="LogOnePlus"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes LogOnePlusPositive(Lanes x) => LogOnePlusPositive(x, out _);

    /// <summary>The same, with 1 / (1 + x), which it needs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes LogOnePlusPositive(Lanes x, out Lanes inverse)
    {
        inverse = new(Vector512.Create(1f) / (Vector512.Create(1f) + x.Value));
        return LogOnePlusPositive(x, inverse);
    }

    /// <summary>The same from 1 / (1 + x), of which a few digits are enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes LogOnePlusPositive(Lanes x, Lanes inverse)
    {
        // What rounding 1 + x lost is added to first order (Kahan).
        Vector512<float> u = Vector512.Create(1f) + x.Value;
        Vector512<float> lost = x.Value - (u - Vector512.Create(1f));
        return new(Vector512.FusedMultiplyAdd(lost, inverse.Value, LogOfNormal(u, Vector512<float>.Zero)));
    }

    /// <summary>e^x - 1 within 4 ulp, tiny x too; -1 far below 0.</summary>
    /// <param name="x">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes ExpMinusOne(Lanes x) => ExpMinusOne(x, Exp(x));

    /// <summary>e^x - 1 as <see cref="ExpMinusOne(Lanes)"/>, from x and e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes ExpMinusOne(Lanes x, Lanes exponential)
    {
        Vector512<float> square = x.Value * x.Value;
        Vector512<float> p = Vector512.FusedMultiplyAdd(Vector512.Create(1f / 6), x.Value, Vector512.Create(0.5f));
        Vector512<float> p2 = Vector512.FusedMultiplyAdd(Vector512.Create(1f / 120), x.Value, Vector512.Create(1f / 24));
        Vector512<float> p4 = Vector512.FusedMultiplyAdd(Vector512.Create(1f / 5040), x.Value, Vector512.Create(1f / 720));
        p4 = Vector512.FusedMultiplyAdd(Vector512.Create(1f / 40320), square, p4);
        p = Vector512.FusedMultiplyAdd(Vector512.FusedMultiplyAdd(p4, square, p2), square, p);
        Vector512<float> series = Vector512.FusedMultiplyAdd(p, square, x.Value);
        Vector512<float> small = Vector512.LessThan(Vector512.Abs(x.Value), Vector512.Create(SmallExponent));
        return new(Vector512.ConditionalSelect(small, series, exponential.Value - Vector512.Create(1f)));
    }
}
