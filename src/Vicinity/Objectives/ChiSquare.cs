using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Chi-square, sum (p - q)^2 / q; it grows without bound as q falls below p.</summary>
public readonly struct ChiSquare : IDivergence, IFarLaw
{
    /// <inheritdoc />
    public FarLaw? FarLaw => new(1);

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => p > 0 ? (p - q) * ((p - q) / q) : q;

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => p > 0 ? q - (p * (p / q)) : q;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => Lanes.Select(p > Lanes.Zero, (p - q) * ((p - q) / q), q);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => Lanes.Select(p > Lanes.Zero, q - (p * (p / q)), q);
}
