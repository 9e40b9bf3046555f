using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>w_ij = m_i m_j w(beta_i f_ij; theta_i): not symmetric.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct PointWeights<TKernel> : IPairWeights<PointLanes>
    where TKernel : struct, IKernel
{
    private readonly TKernel kernel;
    private readonly PointTable table;
    private readonly ILearnableKernel? learnable;

    /// <param name="kernel">w.</param>
    /// <param name="table">The parameters.</param>
    /// <param name="learned">The parameter that slopes are asked of; the precision if none is learned.</param>
    public PointWeights(TKernel kernel, PointTable table, LearnedParameter learned)
    {
        this.kernel = kernel;
        this.table = table;
        learnable = learned is LearnedParameter.Alpha or LearnedParameter.DegreesOfFreedom
            ? kernel as ILearnableKernel ?? throw new ArgumentException($"{typeof(TKernel).Name} has no parameter of its own that can be learned.", nameof(learned))
            : null;
    }

    public bool IsSymmetric => false;

    public bool IsStaged => kernel is IStagedKernel;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PointLanes One(int i) => table.One(i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PointLanes Sixteen(int j) => table.Sixteen(j);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe PointLanes Gathered(int* places) => table.Gathered(places);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, PointLanes from, PointLanes to) =>
        kernel.LogWeight(from.Precision * f, from.Theta) + from.LogMass + to.LogMass;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, PointLanes from, PointLanes to) => kernel.Weight(from.Precision * f, from.Theta) * from.Mass * to.Mass;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, PointLanes from, PointLanes to) => from.Precision * kernel.Decay(from.Precision * f, from.Theta);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(Lanes f, PointLanes from, PointLanes to, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        if (kernel is IPointKernel)
        {
            ((IPointKernel)kernel).Evaluate(from.Precision * f, from.Theta, from.InverseTheta, out weight, out logWeight, out decay);
        }
        else
        {
            KernelLanes.Evaluate(kernel, from.Precision * f, from.Theta, out weight, out logWeight, out decay);
        }

        weight = weight * from.Mass * to.Mass;
        logWeight = logWeight + from.LogMass + to.LogMass;
        decay = from.Precision * decay;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Slope(Lanes f, PointLanes from, PointLanes to) => kernel is ILearnableKernel && learnable is not null
        ? ((ILearnableKernel)kernel).ThetaSlope(from.Precision * f, from.Theta)
        : -(f * kernel.Decay(from.Precision * f, from.Theta));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EvaluateSlope(Lanes f, PointLanes from, PointLanes to, out Lanes weight, out Lanes slope)
    {
        if (kernel is not IPointKernel || learnable is null)
        {
            weight = Weight(f, from, to);
            slope = Slope(f, from, to);
            return;
        }

        Lanes scaled = from.Precision * f;
        ((IPointKernel)kernel).Evaluate(scaled, from.Theta, from.InverseTheta, out weight, out Lanes logWeight, out Lanes decay);
        slope = ((IPointKernel)kernel).ThetaSlope(scaled, from.Theta, from.InverseTheta, logWeight, decay);
        weight = weight * from.Mass * to.Mass;
    }

    public double LogWeight(double f, int i, int j) => table.Exact.LogWeight(kernel, f, i, j);

    public double Decay(double f, int i, int j) => table.Exact.Decay(kernel, f, i);

    public double Slope(double f, int i, int j) => learnable is null
        ? table.Exact.PrecisionSlope(kernel, f, i)
        : table.Exact.ThetaSlope(learnable, f, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(Lanes f, PointLanes from, PointLanes to, out Lanes first, out Lanes second) =>
        KernelStages.Begin(kernel, from.Precision * f, from.Theta, from.InverseTheta, out first, out second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(Lanes first, Lanes second, PointLanes from, PointLanes to, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        KernelStages.End(kernel, first, second, from.Theta, out weight, out logWeight, out decay);
        weight = weight * from.Mass * to.Mass;
        logWeight = logWeight + from.LogMass + to.LogMass;
        decay = from.Precision * decay;
    }
}
