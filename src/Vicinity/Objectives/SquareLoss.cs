using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Half the squared difference, sum (p - q)^2 / 2.</summary>
public readonly struct SquareLoss : IDivergence, IFarLaw
{
    /// <inheritdoc />
    public FarLaw? FarLaw => new(0, 1, 2);

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => 0.5 * (p - q) * (p - q);

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => q * (q - p);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => Lanes.Broadcast(0.5f) * (p - q) * (p - q);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => q * (q - p);
}
