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
    public Vector256<float> Weights(float t)
    {
        Vector256<float> x = Vector256.Create(t);
        Vector256<float> sum = Vector256.FusedMultiplyAdd(Vector256.Create(-C5, C4, -C12, C12, -C4, C5, 0, 0), x, Vector256.Create(C4, -C6, 0.25f, -C6, C4, 0, 0, 0));
        sum = Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(-C12, C6, 0, -C6, C12, 0, 0, 0));
        sum = Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(C12, C6, -0.5f, C6, C12, 0, 0, 0));
        sum = Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(-C4, -C512, 0, C512, C4, 0, 0, 0));
        return Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(C5, C26, 0.55f, C26, C5, 0, 0, 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Slopes(float t)
    {
        Vector256<float> x = Vector256.Create(t);
        Vector256<float> sum = Vector256.FusedMultiplyAdd(Vector256.Create(-C4, 5 * C4, -C512, C512, -5 * C4, C4, 0, 0), x, Vector256.Create(C6, -4 * C6, 1, -4 * C6, C6, 0, 0, 0));
        sum = Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(-0.25f, 0.5f, 0, -0.5f, 0.25f, 0, 0, 0));
        sum = Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(C6, 2 * C6, -1, 2 * C6, C6, 0, 0, 0));
        return Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(-C4, -C512, 0, C512, C4, 0, 0, 0));
    }

    public double Window(double angle) => (33 + (26 * Math.Cos(angle)) + Math.Cos(2 * angle)) / 60;
}
