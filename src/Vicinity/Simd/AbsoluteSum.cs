using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Manhattan: + |x - y|.</summary>
internal readonly struct AbsoluteSum : IPairStep
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Add(Vector512<float> sums, Vector512<float> x, Vector512<float> y) => sums + Vector512.Abs(x - y);
}
