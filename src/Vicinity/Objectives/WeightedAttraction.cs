using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Pure attraction, -sum p ln q; with a Gaussian that is not normalised it is sum p f, the first half of elastic embedding.</summary>
public readonly struct WeightedAttraction : IDivergence
{
    /// <inheritdoc />
    public bool IsSeparable => true;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => p > 0 ? -p * lnQ : 0;

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => -p;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => -p * lnQ;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => -p;
}
