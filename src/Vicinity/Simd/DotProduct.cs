using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vicinity;

/// <summary>Products and sums of vectors in double, in one fixed order.</summary>
internal static class DotProduct
{
    private const int Width = 8;
    private const int Chains = 4;

    /// <summary>x y.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref double first = ref MemoryMarshal.GetReference(x);
        ref double second = ref MemoryMarshal.GetReference(y);
        Vector512<double> a = Vector512<double>.Zero;
        Vector512<double> b = a;
        Vector512<double> c = a;
        Vector512<double> d = a;
        int k = 0;
        for (; k <= x.Length - (Chains * Width); k += Chains * Width)
        {
            a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref first, (nuint)k), Vector512.LoadUnsafe(ref second, (nuint)k), a);
            b = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref first, (nuint)(k + 8)), Vector512.LoadUnsafe(ref second, (nuint)(k + 8)), b);
            c = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref first, (nuint)(k + 16)), Vector512.LoadUnsafe(ref second, (nuint)(k + 16)), c);
            d = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref first, (nuint)(k + 24)), Vector512.LoadUnsafe(ref second, (nuint)(k + 24)), d);
        }

        double sum = Sum((a + b) + (c + d));
        for (; k < x.Length; k++)
        {
            sum += x[k] * y[k];
        }

        return sum;
    }

    /// <summary>target += factor x.</summary>
    [MethodImpl(HotLoop.Alone)]
    public static void AddScaled(Span<double> target, ReadOnlySpan<double> x, double factor)
    {
        ref double to = ref MemoryMarshal.GetReference(target);
        ref double from = ref MemoryMarshal.GetReference(x);
        Vector512<double> scale = Vector512.Create(factor);
        int k = 0;
        for (; k <= x.Length - Width; k += Width)
        {
            Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref from, (nuint)k), scale, Vector512.LoadUnsafe(ref to, (nuint)k)).StoreUnsafe(ref to, (nuint)k);
        }

        for (; k < x.Length; k++)
        {
            target[k] = Math.FusedMultiplyAdd(x[k], factor, target[k]);
        }
    }

    private static double Sum(Vector512<double> v) => (v[0] + v[4] + (v[2] + v[6])) + (v[1] + v[5] + (v[3] + v[7]));
}
