using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>The B-spline of degree 5, six places.</summary>
internal readonly struct QuinticSpline : ISpline
{
    private const float C5 = 1f / 120;
    private const float C4 = 1f / 24;
    private const float C12 = 1f / 12;
    private const float C6 = 1f / 6;
    private const float C512 = 5f / 12;
    private const float C26 = 26f / 120;

    public int Support => 6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Weights(Vector512<float> t)
    {
        Vector512<float> sum = Vector512.FusedMultiplyAdd(Places(-C5, C4, -C12, C12, -C4, C5), t, Places(C4, -C6, 0.25f, -C6, C4, 0));
        sum = Vector512.FusedMultiplyAdd(sum, t, Places(-C12, C6, 0, -C6, C12, 0));
        sum = Vector512.FusedMultiplyAdd(sum, t, Places(C12, C6, -0.5f, C6, C12, 0));
        sum = Vector512.FusedMultiplyAdd(sum, t, Places(-C4, -C512, 0, C512, C4, 0));
        return Vector512.FusedMultiplyAdd(sum, t, Places(C5, C26, 0.55f, C26, C5, 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Slopes(Vector512<float> t)
    {
        Vector512<float> sum = Vector512.FusedMultiplyAdd(Places(-C4, 5 * C4, -C512, C512, -5 * C4, C4), t, Places(C6, -4 * C6, 1, -4 * C6, C6, 0));
        sum = Vector512.FusedMultiplyAdd(sum, t, Places(-0.25f, 0.5f, 0, -0.5f, 0.25f, 0));
        sum = Vector512.FusedMultiplyAdd(sum, t, Places(C6, 2 * C6, -1, 2 * C6, C6, 0));
        return Vector512.FusedMultiplyAdd(sum, t, Places(-C4, -C512, 0, C512, C4, 0));
    }

    public double Window(double angle) => (33 + (26 * Math.Cos(angle)) + Math.Cos(2 * angle)) / 60;

    /// <summary>One number for each place, for both axes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Places(float a, float b, float c, float d, float e, float f) =>
        Vector512.Create(a, b, c, d, e, f, 0, 0, a, b, c, d, e, f, 0, 0);
}
