using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>|x - y|^2 by subtract-and-square in double, the sums in a fixed order.</summary>
internal static class SquaredDistance
{
    private const int Width = 16;

    [MethodImpl(HotLoop.Alone)]
    public static double Of(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Vector512<double> low = Vector512<double>.Zero;
        Vector512<double> high = Vector512<double>.Zero;
        ref float first = ref MemoryMarshal.GetReference(x);
        ref float second = ref MemoryMarshal.GetReference(y);
        int d = 0;
        for (; d <= x.Length - Width; d += Width)
        {
            (Vector512<double> xLow, Vector512<double> xHigh) = Vector512.Widen(Vector512.LoadUnsafe(ref first, (nuint)d));
            (Vector512<double> yLow, Vector512<double> yHigh) = Vector512.Widen(Vector512.LoadUnsafe(ref second, (nuint)d));
            Vector512<double> lowDifference = xLow - yLow;
            Vector512<double> highDifference = xHigh - yHigh;
            low = Vector512.FusedMultiplyAdd(lowDifference, lowDifference, low);
            high = Vector512.FusedMultiplyAdd(highDifference, highDifference, high);
        }

        double sum = Sum(low + high);
        for (; d < x.Length; d++)
        {
            double difference = (double)x[d] - y[d];
            sum += difference * difference;
        }

        return sum;
    }

    private static double Sum(Vector512<double> v) => (v[0] + v[4] + (v[2] + v[6])) + (v[1] + v[5] + (v[3] + v[7]));
}
