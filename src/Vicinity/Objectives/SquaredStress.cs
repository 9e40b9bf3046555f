using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>SSTRESS, sum (r^2 - d^2)^2 over ordered pairs.</summary>
/// <remarks>For <see cref="ObjectiveInput.Distances"/> with <see cref="DistanceKernel"/> and no normalisation: p is r_ij and q is d_ij^2.</remarks>
public readonly struct SquaredStress : IDivergence
{
    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => ((p * p) - q) * ((p * p) - q);

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => 2 * q * (q - (p * p));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ)
    {
        Lanes difference = (p * p) - q;
        return difference * difference;
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => (q + q) * (q - (p * p));
}
