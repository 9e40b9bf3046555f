using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>How methods are compiled in which the time goes.</summary>
internal static class HotLoop
{
    /// <summary>
    /// At once with all optimizations, and never as a part of a caller: with the profiles of the runtime, which are its default, a loop on vectors
    /// is taken into the callers that are hot, and runs up to fourteen times slower there (docs/decisions/0002-one-simd-body-fixed-order-sums.md).
    /// </summary>
    public const MethodImplOptions Alone = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;
}
