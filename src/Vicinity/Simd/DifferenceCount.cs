using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Hamming: + 1 where x and y differ; exact up to 2^24 coordinates.</summary>
internal readonly struct DifferenceCount : IPairStep
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Add(Vector512<float> sums, Vector512<float> x, Vector512<float> y) =>
        Vector512.ConditionalSelect(Vector512.Equals(x, y), sums, sums + Vector512<float>.One);
}
