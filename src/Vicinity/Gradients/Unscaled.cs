using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Pair-wise normalisation: one S for all, divided by afterwards.</summary>
internal readonly struct Unscaled : IPairScale
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Apply(Lanes weight, int i, int j) => weight;
}
