using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>w ln w.</summary>
internal readonly struct EntropyMoment : IMoment
{
    /// <summary>Stands for minus infinity, so that 0 times it is 0.</summary>
    private const float Lowest = -1e30f;

    public bool IsNone => false;

    public bool ReadsLogarithm => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Of(Lanes weight, Lanes logWeight) => weight * Lanes.Max(Lanes.Broadcast(Lowest), logWeight);
}
