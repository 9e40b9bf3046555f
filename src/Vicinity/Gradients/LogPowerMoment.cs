using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>w^s from ln w: where that is at hand, or a w that underflows still counts.</summary>
internal readonly struct LogPowerMoment(float power) : IMoment
{
    private const float LargestExponent = 85;

    public bool IsNone => false;

    public bool ReadsLogarithm => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Of(Lanes weight, Lanes logWeight) => Lanes.ExpToBound(Lanes.Min(Lanes.Broadcast(LargestExponent), Lanes.Broadcast(power) * logWeight));
}
