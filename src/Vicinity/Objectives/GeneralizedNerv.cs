using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The cost of NeRV between weights that are not normalised: lambda times the I-divergence and 1 - lambda times the reverse one.</summary>
public readonly struct GeneralizedNerv : IDivergence, IFarLaw
{
    private readonly float laneLambda;

    /// <summary>The I-form of the cost of NeRV.</summary>
    /// <param name="lambda">Share of the first half, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Lambda is not a number from 0 to 1.</exception>
    public GeneralizedNerv(double lambda)
    {
        Lambda = ParameterRange.Share(lambda);
        laneLambda = (float)lambda;
    }

    /// <summary>Share of the first half, 0 to 1.</summary>
    public double Lambda { get; }

    /// <inheritdoc />
    public FarLaw? FarLaw => new((1 - Lambda) * -InputLogarithm.Of(0.0) + Lambda, 1 - Lambda);

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) =>
        (Lambda * new GeneralizedKullbackLeibler(1).Term(p, q, lnQ))
        + ((1 - Lambda) * default(GeneralizedReverseKullbackLeibler).Term(p, q, lnQ));

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) =>
        (Lambda * (q - p)) + ((1 - Lambda) * default(GeneralizedReverseKullbackLeibler).Pull(p, q, lnQ));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) =>
        (Lanes.Broadcast(laneLambda) * (default(KullbackLeibler).Term(p, q, lnQ) + q - p))
        + (Lanes.Broadcast(1 - laneLambda) * default(GeneralizedReverseKullbackLeibler).Term(p, q, lnQ));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) =>
        (Lanes.Broadcast(laneLambda) * (q - p))
        + (Lanes.Broadcast(1 - laneLambda) * default(GeneralizedReverseKullbackLeibler).Pull(p, q, lnQ));
}
