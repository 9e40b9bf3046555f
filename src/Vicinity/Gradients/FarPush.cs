using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>psi h at p = 0: the size of a push, in units of the distance.</summary>
internal readonly struct FarPush<TDivergence, TKernel>(TDivergence divergence, TKernel kernel) : IRadial
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
{
    private readonly TDivergence divergence = divergence;
    private readonly TKernel kernel = kernel;

    public double At(double f)
    {
        double logWeight = kernel.LogWeight(f, 1);
        return kernel.Decay(f, 1) * divergence.Pull(0, Math.Exp(logWeight), logWeight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes At(Lanes f)
    {
        KernelLanes.Evaluate(kernel, f, Lanes.Broadcast(1), out Lanes weight, out Lanes logWeight, out Lanes decay);
        return decay * divergence.Pull(Lanes.Zero, weight, logWeight);
    }
}
