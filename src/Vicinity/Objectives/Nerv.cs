using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The cost of NeRV, lambda KL(P || Q) + (1 - lambda) KL(Q || P): missed neighbours against false ones.</summary>
/// <remarks>Venna, Peltonen, Nybo, Aidos and Kaski (2010). At p = 0 the second half takes ln(p + 2^-52) for ln p.</remarks>
public readonly struct Nerv : IDivergence, IFarLaw
{
    private readonly float laneLambda;

    /// <summary>The cost of NeRV.</summary>
    /// <param name="lambda">Share of the first half, 0 to 1: 1 is KL(P || Q), 0 is KL(Q || P); the method's default is 0.9.</param>
    /// <exception cref="ArgumentOutOfRangeException">Lambda is not a number from 0 to 1.</exception>
    public Nerv(double lambda)
    {
        Lambda = ParameterRange.Share(lambda);
        laneLambda = (float)lambda;
    }

    /// <summary>Share of the first half, 0 to 1: 1 is KL(P || Q), 0 is KL(Q || P); the method's default is 0.9.</summary>
    public double Lambda { get; }

    /// <inheritdoc />
    public FarLaw? FarLaw => new((1 - Lambda) * (1 - InputLogarithm.Of(0.0)), 1 - Lambda);

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => Lambda switch
    {
        0 => default(ReverseKullbackLeibler).Term(p, q, lnQ),
        1 => default(KullbackLeibler).Term(p, q, lnQ),
        _ => (Lambda * default(KullbackLeibler).Term(p, q, lnQ)) + ((1 - Lambda) * default(ReverseKullbackLeibler).Term(p, q, lnQ)),
    };

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) =>
        ((1 - Lambda) * default(ReverseKullbackLeibler).Pull(p, q, lnQ)) - (Lambda * p);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) =>
        (Lanes.Broadcast(laneLambda) * default(KullbackLeibler).Term(p, q, lnQ))
        + (Lanes.Broadcast(1 - laneLambda) * default(ReverseKullbackLeibler).Term(p, q, lnQ));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) =>
        (Lanes.Broadcast(1 - laneLambda) * default(ReverseKullbackLeibler).Pull(p, q, lnQ)) - (Lanes.Broadcast(laneLambda) * p);
}
