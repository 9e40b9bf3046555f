using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>ln(p + 2^-52), the logarithm of an input probability in costs that are infinite at p = 0: one rule, dense and sparse alike.</summary>
internal static class InputLogarithm
{
    private const float Epsilon = 2.2204460492503131e-16f;

    public static double Of(double p) => Math.Log(p + Epsilon);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Of(Lanes p) => Lanes.Log(p + Lanes.Broadcast(Epsilon));
}
