using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Chebyshev: max with |x - y|.</summary>
internal readonly struct AbsoluteMaximum : IPairStep
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Add(Vector512<float> sums, Vector512<float> x, Vector512<float> y)
    {
        Vector512<float> difference = Vector512.Abs(x - y);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(difference, sums), difference, sums);
    }
}
