using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Sammon's stress but for its constant, sum (r - d)^2 / r; a pair with r = 0 counts for nothing.</summary>
/// <remarks>
/// Sammon (1969) divides by sum r: see <see cref="Objective.IsDividedByInputTotal"/>. For <see cref="ObjectiveInput.Distances"/> with
/// <see cref="DistanceKernel"/> and no normalisation: p is r_ij and q is d_ij^2.
/// </remarks>
public readonly struct SammonStress : IDivergence
{
    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => p > 0 ? default(MetricStress).Term(p, q, lnQ) / p : 0;

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => p > 0 ? default(MetricStress).Pull(p, q, lnQ) / p : 0;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => Lanes.Select(p > Lanes.Zero, default(MetricStress).Term(p, q, lnQ) / p, Lanes.Zero);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => Lanes.Select(p > Lanes.Zero, default(MetricStress).Pull(p, q, lnQ) / p, Lanes.Zero);
}
