using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Any kernel over the distance d instead of its square, w(d).</summary>
/// <typeparam name="TKernel">The kernel, a struct.</typeparam>
/// <param name="kernel">Its parameters.</param>
/// <remarks>psi = psi(d) / (2 d), and 0 at d = 0. A precision beta of a point still multiplies the squared distance: w(sqrt(beta) d).</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct PlainDistance<TKernel>(TKernel kernel) : IKernel
    where TKernel : struct, IKernel
{
    private const float SmallestLane = 1e-37f;

    private readonly TKernel kernel = kernel;

    /// <inheritdoc />
    public bool IsPerPoint => kernel.IsPerPoint;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => kernel.LogWeight(Math.Sqrt(f), theta);

    /// <inheritdoc />
    public double Decay(double f, double theta) => f > 0 ? kernel.Decay(Math.Sqrt(f), theta) / (2 * Math.Sqrt(f)) : 0;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) => kernel.LogWeight(Lanes.Sqrt(f), theta);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) => kernel.Weight(Lanes.Sqrt(f), theta);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta)
    {
        Lanes d = Lanes.Sqrt(f);
        return Lanes.Select(f > Lanes.Broadcast(SmallestLane), Lanes.Broadcast(0.5f) * kernel.Decay(d, theta) / d, Lanes.Zero);
    }
}
