using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>A far law that is linear.</summary>
internal readonly struct NoMoment : IMoment
{
    public bool IsNone => true;

    public bool ReadsLogarithm => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Of(Lanes weight, Lanes logWeight) => Lanes.Zero;
}
