using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The cost of ball and k-nearest-neighbour scaling, sum (r - d)^2 over the near pairs and over those that the map puts too near, d below r.</summary>
/// <remarks>
/// For <see cref="ObjectiveInput.Distances"/> with <see cref="DistanceKernel"/> and no normalisation: q is d_ij^2 and p is r_ij for a
/// near pair, -r_ij for a far one (a far pair at r = 0 is any negative number near 0).
/// </remarks>
public readonly struct NearStress : IDivergence
{
    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => Counts(p, q) ? default(MetricStress).Term(Math.Abs(p), q, lnQ) : 0;

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => Counts(p, q) ? default(MetricStress).Pull(Math.Abs(p), q, lnQ) : 0;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => Lanes.Select(Counts(p, q), default(MetricStress).Term(Lanes.Abs(p), q, lnQ), Lanes.Zero);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => Lanes.Select(Counts(p, q), default(MetricStress).Pull(Lanes.Abs(p), q, lnQ), Lanes.Zero);

    private static bool Counts(double p, double q) => p >= 0 || Math.Sqrt(q) < -p;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LaneMask Counts(Lanes p, Lanes q) => !(p < Lanes.Zero) | (Lanes.Sqrt(q) < -p);
}
