using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The cost of JSE, KL(P || Z) / (1 - kappa) + KL(Q || Z) / kappa with Z = kappa P + (1 - kappa) Q.</summary>
/// <remarks>
/// kappa = 0 is KL(P || Q) and kappa = 1 is KL(Q || P), its exact limits. The classical Jensen-Shannon divergence is a quarter of it at
/// kappa = 1/2. It is its own I-form: between weights that are not normalised the linear terms cancel, and the limits are the I-forms of
/// both, which say the same where P and Q sum to one. Lee, Renard, Bernard, Dupont and Verleysen (2013).
/// </remarks>
public readonly struct JensenShannon : IDivergence, IFarLaw
{
    /// <summary>Below it q adds nothing to a sum in float, and p / q may overflow.</summary>
    private const float SmallestLane = 1e-30f;
    private const double Smallest = 1e-290;

    /// <summary>Below it the lanes cannot tell the cost from its limit.</summary>
    private const double SmallestLaneKappa = 1e-25;

    private readonly float laneKappa;
    private readonly float laneRest;                // 1 - kappa, rounded once

    /// <summary>The cost of JSE.</summary>
    /// <param name="kappa">Weight of P in the mixture, 0 to 1; the method's default is 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">Kappa is not a number from 0 to 1.</exception>
    public JensenShannon(double kappa)
    {
        Kappa = ParameterRange.Share(kappa);
        laneKappa = (float)kappa;
        laneRest = (float)(1 - kappa);
    }

    /// <summary>Weight of P in the mixture, 0 to 1.</summary>
    public double Kappa { get; }

    /// <inheritdoc />
    public FarLaw? FarLaw => Kappa switch
    {
        0 => new GeneralizedKullbackLeibler(1).FarLaw,
        1 => default(GeneralizedReverseKullbackLeibler).FarLaw,
        _ => new(-NearZero.LogOnePlus(-Kappa) / Kappa),
    };

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => Kappa switch
    {
        0 => new GeneralizedKullbackLeibler(1).Term(p, q, lnQ),
        1 => default(GeneralizedReverseKullbackLeibler).Term(p, q, lnQ),
        _ => -Half(p, q, 1 - Kappa, Kappa) - Half(q, p, Kappa, 1 - Kappa),
    };

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => Kappa switch
    {
        0 => new GeneralizedKullbackLeibler(1).Pull(p, q, lnQ),
        1 => default(GeneralizedReverseKullbackLeibler).Pull(p, q, lnQ),
        _ => -Half(q, p, Kappa, 1 - Kappa),
    };

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ)
    {
        if (Kappa < SmallestLaneKappa)
        {
            return new GeneralizedKullbackLeibler(1).Term(p, q, lnQ);
        }

        return Kappa == 1
            ? default(GeneralizedReverseKullbackLeibler).Term(p, q, lnQ)
            : -Half(p, q, laneRest, laneKappa) - Half(q, p, laneKappa, laneRest);
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ)
    {
        if (Kappa < SmallestLaneKappa)
        {
            return q - p;
        }

        return Kappa == 1
            ? default(GeneralizedReverseKullbackLeibler).Pull(p, q, lnQ)
            : -Half(q, p, laneKappa, laneRest);
    }

    /// <summary>(x / share) ln(z / x) with z = share y + rest x, in the form that keeps its digits for a small share.</summary>
    private static double Half(double x, double y, double share, double rest)
    {
        if (x < Smallest)
        {
            return 0;
        }

        return x / share * (share <= 0.5 ? NearZero.LogOnePlus(share * ((y - x) / x)) : Math.Log(rest + (share * (y / x))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes Half(Lanes x, Lanes y, float share, float rest)
    {
        Lanes weight = Lanes.Broadcast(share);
        Lanes logarithm = share <= 0.5f ? Lanes.LogOnePlus(weight * ((y - x) / x)) : Lanes.Log(Lanes.Broadcast(rest) + (weight * (y / x)));
        return Lanes.Select(x > Lanes.Broadcast(SmallestLane), x / weight * logarithm, Lanes.Zero);
    }
}
