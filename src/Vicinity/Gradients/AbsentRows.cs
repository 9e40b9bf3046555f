using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>p = 0 for all pairs: what a sparse P is nearly everywhere.</summary>
internal readonly struct AbsentRows : IPairRows
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes There(int i, int j) => Lanes.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Back(int i, int j) => Lanes.Zero;
}
