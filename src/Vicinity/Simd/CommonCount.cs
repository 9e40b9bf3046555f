using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Jaccard: + 1 where x and y are both 1, of coordinates that are 0 or 1; exact up to 2^24 of them.</summary>
internal readonly struct CommonCount : IPairStep
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Add(Vector512<float> sums, Vector512<float> x, Vector512<float> y) => Vector512.FusedMultiplyAdd(x, y, sums);
}
