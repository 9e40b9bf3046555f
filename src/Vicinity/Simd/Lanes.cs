using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Sixteen numbers that are computed side by side, the same bits on every machine.</summary>
public readonly struct Lanes
{
    internal readonly Vector512<float> Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Lanes(Vector512<float> value) => Value = value;
}
