using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>w^s.</summary>
internal readonly struct PowerMoment(float power) : IMoment
{
    public bool IsNone => false;

    public bool ReadsLogarithm => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Of(Lanes weight, Lanes logWeight) => Lanes.Exp(Lanes.Broadcast(power) * logWeight);
}
