using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The term of a cost at p = 0 between weights that are not normalised.</summary>
internal readonly struct FarTerm<TDivergence, TKernel>(TDivergence divergence, TKernel kernel) : IRadial
    where TDivergence : struct, IDivergence
    where TKernel : struct, IKernel
{
    private readonly TDivergence divergence = divergence;
    private readonly TKernel kernel = kernel;

    public double At(double f)
    {
        double logWeight = kernel.LogWeight(f, 1);
        return divergence.Term(0, Math.Exp(logWeight), logWeight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes At(Lanes f)
    {
        KernelLanes.Evaluate(kernel, f, Lanes.Broadcast(1), out Lanes weight, out Lanes logWeight, out _);
        return divergence.Term(Lanes.Zero, weight, logWeight);
    }
}
