using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The links of a kernel (<see cref="IStagedKernel"/>); one that has none does all in the last.</summary>
internal static class KernelStages
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Begin<TKernel>(TKernel kernel, Lanes f, Lanes theta, Lanes inverseTheta, out Lanes first, out Lanes second)
        where TKernel : struct, IKernel
    {
        if (kernel is IStagedKernel)
        {
            ((IStagedKernel)kernel).Begin(f, theta, inverseTheta, out first, out second);
        }
        else
        {
            (first, second) = (f, Lanes.Zero);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void End<TKernel>(TKernel kernel, Lanes first, Lanes second, Lanes theta, out Lanes weight, out Lanes logWeight, out Lanes decay)
        where TKernel : struct, IKernel
    {
        if (kernel is IStagedKernel)
        {
            ((IStagedKernel)kernel).End(first, second, out weight, out logWeight, out decay);
        }
        else
        {
            KernelLanes.Evaluate(kernel, first, theta, out weight, out logWeight, out decay);
        }
    }
}
