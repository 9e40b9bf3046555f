using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The kernel of the far half of global t-SNE, w = 1 + f: it grows with the distance.</summary>
/// <remarks>Zhou and Sharpee (2018).</remarks>
public readonly struct FarKernel : IKernel
{
    /// <inheritdoc />
    public bool IsPerPoint => false;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => NearZero.LogOnePlus(f);

    /// <inheritdoc />
    public double Decay(double f, double theta) => -1 / (1 + f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) => Lanes.LogOnePlusPositive(f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) => Lanes.Broadcast(1) + f;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta) => Lanes.Broadcast(-1) / (Lanes.Broadcast(1) + f);
}
