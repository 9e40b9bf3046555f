using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>
/// The alpha-beta divergence, sum (-p^alpha q^beta + alpha p^(alpha+beta) / (alpha+beta) + beta q^(alpha+beta) / (alpha+beta)) / (alpha beta),
/// with its four limits where a denominator is 0.
/// </summary>
/// <remarks>
/// AB(1, 0) is KL(P || Q), AB(0, 1) the reverse, AB(1/2, 1/2) twice Hellinger, AB(2, -1) half of chi-square, AB(1, 1) the square loss. Where
/// p = 0 would cost infinity (alpha at most 0, or alpha + beta at most 0) ln p means ln(p + 2^-52). Cichocki, Cruces and Amari (2011).
/// </remarks>
public readonly struct AlphaBeta : IDivergence, IFarLaw
{
    private readonly float laneAlpha;
    private readonly float laneBeta;
    private readonly float laneSum;
    private readonly bool isFloored;

    /// <summary>The alpha-beta divergence.</summary>
    /// <param name="alpha">Power of p; AB-SNE's default is 1.</param>
    /// <param name="beta">Power of q; AB-SNE's default is 0. Some programs ask for alpha + beta instead.</param>
    /// <exception cref="ArgumentOutOfRangeException">A power is not a finite number.</exception>
    public AlphaBeta(double alpha, double beta)
    {
        Alpha = ParameterRange.Finite(alpha);
        Beta = ParameterRange.Finite(beta);
        laneAlpha = (float)alpha;
        laneBeta = (float)beta;
        laneSum = (float)(alpha + beta);
        isFloored = alpha <= 0 || alpha + beta <= 0;
    }

    /// <summary>Power of p.</summary>
    public double Alpha { get; }

    /// <summary>Power of q.</summary>
    public double Beta { get; }

    /// <inheritdoc />
    public FarLaw? FarLaw => Alpha == 0 && Beta == 1 ? new(-InputLogarithm.Of(0.0), 1)
        : isFloored ? null
        : Alpha + Beta == 1 ? new(1 / Alpha)
        : new(0, 1 / Alpha, Alpha + Beta);

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ)
    {
        double lnP = isFloored ? InputLogarithm.Of(p) : Math.Log(p);
        double both = Alpha + Beta;
        if (Alpha == 0 && Beta == 0)
        {
            return 0.5 * (lnP - lnQ) * (lnP - lnQ);
        }

        if (Alpha == 0)
        {
            return ((Math.Exp(Beta * lnQ) * Beta * (lnQ - lnP)) - Math.Exp(Beta * lnQ) + Math.Exp(Beta * lnP)) / (Beta * Beta);
        }

        if (Beta == 0)
        {
            double power = Math.Exp(Alpha * lnP);
            return ((power > 0 ? power * Alpha * (lnP - lnQ) : 0) - power + Math.Exp(Alpha * lnQ)) / (Alpha * Alpha);
        }

        return both == 0
            ? ((Alpha * (lnQ - lnP)) + Math.Exp(Alpha * (lnP - lnQ)) - 1) / (Alpha * Alpha)
            : ((Alpha / both * Math.Exp(both * lnP)) + (Beta / both * Math.Exp(both * lnQ)) - Math.Exp((Alpha * lnP) + (Beta * lnQ))) / (Alpha * Beta);
    }

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ)
    {
        double lnP = isFloored ? InputLogarithm.Of(p) : Math.Log(p);
        return Alpha == 0
            ? Math.Exp(Beta * lnQ) * (lnQ - lnP)
            : (Math.Exp((Alpha + Beta) * lnQ) - Math.Exp((Alpha * lnP) + (Beta * lnQ))) / Alpha;
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ)
    {
        Lanes lnP = isFloored ? InputLogarithm.Of(p) : Lanes.Log(p);
        Lanes alpha = Lanes.Broadcast(laneAlpha);
        Lanes beta = Lanes.Broadcast(laneBeta);
        Lanes both = Lanes.Broadcast(laneSum);
        if (Alpha == 0 && Beta == 0)
        {
            return Lanes.Broadcast(0.5f) * (lnP - lnQ) * (lnP - lnQ);
        }

        if (Alpha == 0)
        {
            Lanes power = Lanes.Exp(beta * lnQ);
            return ((power * beta * (lnQ - lnP)) - power + Lanes.Exp(beta * lnP)) / (beta * beta);
        }

        if (Beta == 0)
        {
            Lanes power = Lanes.Exp(alpha * lnP);
            Lanes growth = Lanes.Select(power > Lanes.Zero, power * alpha * (lnP - lnQ), Lanes.Zero);
            return (growth - power + Lanes.Exp(alpha * lnQ)) / (alpha * alpha);
        }

        return laneSum == 0
            ? ((alpha * (lnQ - lnP)) + Lanes.Exp(alpha * (lnP - lnQ)) - Lanes.Broadcast(1)) / (alpha * alpha)
            : ((alpha / both * Lanes.Exp(both * lnP)) + (beta / both * Lanes.Exp(both * lnQ)) - Lanes.Exp((alpha * lnP) + (beta * lnQ))) / (alpha * beta);
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ)
    {
        Lanes lnP = isFloored ? InputLogarithm.Of(p) : Lanes.Log(p);
        Lanes alpha = Lanes.Broadcast(laneAlpha);
        Lanes beta = Lanes.Broadcast(laneBeta);
        return Alpha == 0
            ? Lanes.Exp(beta * lnQ) * (lnQ - lnP)
            : (Lanes.Exp(Lanes.Broadcast(laneSum) * lnQ) - Lanes.Exp((alpha * lnP) + (beta * lnQ))) / alpha;
    }
}
