using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>All three forms of a kernel, at once where it can.</summary>
internal static class KernelLanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Evaluate<TKernel>(TKernel kernel, Lanes f, Lanes theta, out Lanes weight, out Lanes logWeight, out Lanes decay)
        where TKernel : struct, IKernel
    {
        if (kernel is IJointKernel)
        {
            ((IJointKernel)kernel).Evaluate(f, theta, out weight, out logWeight, out decay);
        }
        else
        {
            weight = kernel.Weight(f, theta);
            logWeight = kernel.LogWeight(f, theta);
            decay = kernel.Decay(f, theta);
        }
    }
}
