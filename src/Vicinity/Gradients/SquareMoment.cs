using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>w^2.</summary>
internal readonly struct SquareMoment : IMoment
{
    /// <summary>Squares of smaller ones are subnormal, which is slow, or 0.</summary>
    private const float Smallest = 1.2e-19f;

    public bool IsNone => false;

    public bool ReadsLogarithm => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Of(Lanes weight, Lanes logWeight)
    {
        Lanes large = Lanes.Select(weight > Lanes.Broadcast(Smallest), weight, Lanes.Zero);
        return large * large;
    }
}
