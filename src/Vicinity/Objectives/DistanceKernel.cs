using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>No kernel at all, w = f: distances themselves, for costs of distances.</summary>
/// <remarks>psi = -1 / f, and 0 where f = 0: two points at one place have no direction in which to push.</remarks>
public readonly struct DistanceKernel : IKernel
{
    /// <summary>Stands for f = 0, whose logarithm has to be finite.</summary>
    private const double Smallest = 1e-300;
    private const float SmallestLane = 1e-37f;

    /// <inheritdoc />
    public bool IsPerPoint => false;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => Math.Log(Math.Max(f, Smallest));

    /// <inheritdoc />
    public double Decay(double f, double theta) => f > Smallest ? -1 / f : 0;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) => Lanes.Log(Lanes.Max(f, Lanes.Broadcast(SmallestLane)));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) => f;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta) => Lanes.Select(f > Lanes.Broadcast(SmallestLane), Lanes.Broadcast(-1) / f, Lanes.Zero);
}
