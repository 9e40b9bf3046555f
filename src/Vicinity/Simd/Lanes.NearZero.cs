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
        Vector512<float> lost = Vector512.ConditionalSelect(Vector512.Equals(kept, x.Value), Vector512<float>.Zero, (x.Value - kept) / u);
        return new(Log(new(u)).Value + lost);
    }

    /// <summary>ln(1 + x) within 3 ulp for finite x of at least 0; cheaper than <see cref="LogOnePlus"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes LogOnePlusPositive(Lanes x)
    {
        // What rounding 1 + x lost is added to first order (Kahan).
        Vector512<float> u = Vector512.Create(1f) + x.Value;
        Vector512<float> lost = x.Value - (u - Vector512.Create(1f));
        return new(Vector512.FusedMultiplyAdd(lost, Vector512.Create(1f) / u, LogOfNormal(u, Vector512<float>.Zero)));
    }

    /// <summary>e^x - 1 within 4 ulp, tiny x too; -1 far below 0.</summary>
    /// <param name="x">Any numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes ExpMinusOne(Lanes x) => ExpMinusOne(x, Exp(x));

    /// <summary>e^x - 1 as <see cref="ExpMinusOne(Lanes)"/>, from x and e^x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes ExpMinusOne(Lanes x, Lanes exponential)
    {
        Vector512<float> p = Vector512.FusedMultiplyAdd(x.Value, Vector512.Create(1f / 40320), Vector512.Create(1f / 5040));
        p = Vector512.FusedMultiplyAdd(p, x.Value, Vector512.Create(1f / 720));
        p = Vector512.FusedMultiplyAdd(p, x.Value, Vector512.Create(1f / 120));
        p = Vector512.FusedMultiplyAdd(p, x.Value, Vector512.Create(1f / 24));
        p = Vector512.FusedMultiplyAdd(p, x.Value, Vector512.Create(1f / 6));
        p = Vector512.FusedMultiplyAdd(p, x.Value, Vector512.Create(0.5f));
        Vector512<float> series = Vector512.FusedMultiplyAdd(p * x.Value, x.Value, x.Value);
        Vector512<float> small = Vector512.LessThan(Vector512.Abs(x.Value), Vector512.Create(SmallExponent));
        return new(Vector512.ConditionalSelect(small, series, exponential.Value - Vector512.Create(1f)));
    }
}
