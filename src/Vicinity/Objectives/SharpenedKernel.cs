using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Another kernel with one precision for all points, w(beta f).</summary>
/// <typeparam name="TKernel">The kernel, a struct.</typeparam>
/// <remarks>The precisions of single points are no matter of kernels: see <see cref="OutputPrecision"/>.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct SharpenedKernel<TKernel> : IKernel, IJointKernel
    where TKernel : struct, IKernel
{
    private readonly TKernel kernel;
    private readonly float laneBeta;

    /// <summary>A kernel over beta times the squared distance.</summary>
    /// <param name="kernel">The kernel with its parameters.</param>
    /// <param name="beta">Precision, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The precision is not a positive number.</exception>
    public SharpenedKernel(TKernel kernel, double beta)
    {
        this.kernel = kernel;
        Beta = ParameterRange.Positive(beta);
        laneBeta = (float)beta;
    }

    /// <summary>Precision.</summary>
    public double Beta { get; }

    /// <inheritdoc />
    public bool IsPerPoint => kernel.IsPerPoint;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => kernel.LogWeight(Beta * f, theta);

    /// <inheritdoc />
    public double Decay(double f, double theta) => Beta * kernel.Decay(Beta * f, theta);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) => kernel.LogWeight(Lanes.Broadcast(laneBeta) * f, theta);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) => kernel.Weight(Lanes.Broadcast(laneBeta) * f, theta);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta) => Lanes.Broadcast(laneBeta) * kernel.Decay(Lanes.Broadcast(laneBeta) * f, theta);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(Lanes f, Lanes theta, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        KernelLanes.Evaluate(kernel, Lanes.Broadcast(laneBeta) * f, theta, out weight, out logWeight, out decay);
        decay = Lanes.Broadcast(laneBeta) * decay;
    }
}
