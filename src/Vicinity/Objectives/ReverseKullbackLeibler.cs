using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>KL(Q || P) = sum q ln(q / p), where ln p means ln(p + 2^-52), since a pair with p = 0 would cost infinity.</summary>
public readonly struct ReverseKullbackLeibler : IDivergence, IFarLaw
{
    /// <inheritdoc />
    public FarLaw? FarLaw => new(1 - InputLogarithm.Of(0.0), 1);

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => q * (lnQ - InputLogarithm.Of(p));

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => q * (lnQ - InputLogarithm.Of(p) + 1);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => q * (lnQ - InputLogarithm.Of(p));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => q * (lnQ - InputLogarithm.Of(p) + Lanes.Broadcast(1));
}
