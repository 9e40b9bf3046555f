using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>(ln(1 + t) - t / (1 + t)) / t^2: how the weight of a power law changes with its exponent.</summary>
internal static class TailSlope
{
    /// <summary>Below it float needs the series.</summary>
    public const float LongSeries = 0.125f;

    private const double ShortSeries = 1e-3;

    /// <summary>By its series 1/2 - 2t/3 + 3t^2/4 - ... below 1e-3, where the closed form cancels.</summary>
    public static double Of(double t) => t < ShortSeries
        ? 0.5 + (t * ((-2.0 / 3) + (t * ((3.0 / 4) + (t * ((-4.0 / 5) + (t * ((5.0 / 6) - (t * 6 / 7)))))))))
        : (NearZero.LogOnePlus(t) - (t / (1 + t))) / (t * t);

    /// <summary>In float the series has to reach farther.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Of(Lanes t)
    {
        Lanes closed = (Lanes.LogOnePlus(t) - (t / (Lanes.Broadcast(1) + t))) / t / t;
        return Lanes.Select(t < Lanes.Broadcast(LongSeries), Series(t), closed);
    }

    /// <summary>The series alone, for t below <see cref="LongSeries"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Series(Lanes t)
    {
        Lanes series = Lanes.FusedMultiplyAdd(t, Lanes.Broadcast(-8f / 9), Lanes.Broadcast(7f / 8));
        series = Lanes.FusedMultiplyAdd(series, t, Lanes.Broadcast(-6f / 7));
        series = Lanes.FusedMultiplyAdd(series, t, Lanes.Broadcast(5f / 6));
        series = Lanes.FusedMultiplyAdd(series, t, Lanes.Broadcast(-4f / 5));
        series = Lanes.FusedMultiplyAdd(series, t, Lanes.Broadcast(3f / 4));
        series = Lanes.FusedMultiplyAdd(series, t, Lanes.Broadcast(-2f / 3));
        return Lanes.FusedMultiplyAdd(series, t, Lanes.Broadcast(0.5f));
    }
}
