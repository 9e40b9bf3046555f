using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The reverse I-divergence of weights that are not normalised, sum q ln(q / p) - q + p, here p = v and q = w.</summary>
/// <remarks>ln p means ln(p + 2^-52), since a pair with p = 0 would cost infinity.</remarks>
public readonly struct GeneralizedReverseKullbackLeibler : IDivergence, IFarLaw
{
    /// <inheritdoc />
    public FarLaw? FarLaw => new(-InputLogarithm.Of(0.0), 1);

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => (q * (lnQ - InputLogarithm.Of(p))) - q + p;

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => q * (lnQ - InputLogarithm.Of(p));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => (q * (lnQ - InputLogarithm.Of(p))) - q + p;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => q * (lnQ - InputLogarithm.Of(p));
}
