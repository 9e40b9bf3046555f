using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Pure repulsion, sum p q; with a Gaussian that is not normalised it is sum p exp(-f), the second half of elastic embedding.</summary>
public readonly struct WeightedRepulsion : IDivergence, IFarLaw
{
    /// <inheritdoc />
    public FarLaw? FarLaw => new(0);

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => p * q;

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => p * q;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => p * q;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => p * q;
}
