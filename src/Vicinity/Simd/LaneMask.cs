using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Sixteen truths, the result of comparing <see cref="Lanes"/>.</summary>
public readonly struct LaneMask
{
    internal readonly Vector512<float> Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LaneMask(Vector512<float> value) => Value = value;

    /// <summary>True if one of the sixteen is.</summary>
    internal bool IsAnywhere
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !Vector512.EqualsAll(Value.AsInt32(), Vector512<int>.Zero);
    }

    /// <summary>Where both are true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneMask operator &(LaneMask a, LaneMask b) => new(a.Value & b.Value);

    /// <summary>Where one is true, or both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneMask operator |(LaneMask a, LaneMask b) => new(a.Value | b.Value);

    /// <summary>Where it is false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneMask operator !(LaneMask a) => new(~a.Value);
}
