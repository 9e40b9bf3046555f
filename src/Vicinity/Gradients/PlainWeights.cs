using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>w_ij = w(f_ij): all points are alike.</summary>
internal readonly struct PlainWeights<TKernel>(TKernel kernel) : IPairWeights<NoPoint>
    where TKernel : struct, IKernel
{
    private readonly TKernel kernel = kernel;

    public bool IsSymmetric => true;

    public bool IsStaged => kernel is IStagedKernel;

    public NoPoint One(int i) => default;

    public NoPoint Sixteen(int j) => default;

    public unsafe NoPoint Gathered(int* places) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, NoPoint from, NoPoint to) => kernel.LogWeight(f, Lanes.Broadcast(1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, NoPoint from, NoPoint to) => kernel.Weight(f, Lanes.Broadcast(1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, NoPoint from, NoPoint to) => kernel.Decay(f, Lanes.Broadcast(1));

    public double LogWeight(double f, int i, int j) => kernel.LogWeight(f, 1);

    public double Decay(double f, int i, int j) => kernel.Decay(f, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Slope(Lanes f, NoPoint from, NoPoint to) => Lanes.Zero;

    public double Slope(double f, int i, int j) => 0;

    public void EvaluateSlope(Lanes f, NoPoint from, NoPoint to, out Lanes weight, out Lanes slope) =>
        (weight, slope) = (Weight(f, from, to), Lanes.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(Lanes f, NoPoint from, NoPoint to, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        KernelLanes.Evaluate(kernel, f, Lanes.Broadcast(1), out weight, out logWeight, out decay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(Lanes f, NoPoint from, NoPoint to, out Lanes first, out Lanes second) =>
        KernelStages.Begin(kernel, f, Lanes.Broadcast(1), Lanes.Broadcast(1), out first, out second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(Lanes first, Lanes second, NoPoint from, NoPoint to, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        KernelStages.End(kernel, first, second, Lanes.Broadcast(1), out weight, out logWeight, out decay);
}
