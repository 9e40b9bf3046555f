using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The kernel of inhomogeneous t-SNE, Student t with degrees of freedom of each point, w_ij = (1 + f / nu_i)^(-(nu_i + 1) / 2).</summary>
/// <remarks>theta is nu. Equal ones are <see cref="InhomogeneousT"/>. Kitazono, Grozavu, Rogovschi, Omori and Ozawa (2016).</remarks>
public readonly struct InhomogeneousTPerPoint : ILearnableKernel, IJointKernel, IPointKernel, IStagedKernel
{
    /// <inheritdoc />
    public bool IsPerPoint => true;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => -0.5 * (theta + 1) * NearZero.LogOnePlus(f / theta);

    /// <inheritdoc />
    public double Decay(double f, double theta) => (theta + 1) / (2 * (theta + f));

    /// <inheritdoc />
    public double ThetaSlope(double f, double theta)
    {
        double u = f / theta;
        return 0.5 * ((u / (theta + f)) - (u * u * TailSlope.Of(u)));
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) =>
        Lanes.Broadcast(-0.5f) * (theta + Lanes.Broadcast(1)) * Lanes.LogOnePlusPositive(f / theta);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) => Lanes.Exp(LogWeight(f, theta));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta) => Lanes.Broadcast(0.5f) * (theta + Lanes.Broadcast(1)) / (theta + f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes ThetaSlope(Lanes f, Lanes theta)
    {
        Lanes u = f / theta;
        return Lanes.Broadcast(0.5f) * ((u / (theta + f)) - (u * u * TailSlope.Of(u)));
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(Lanes f, Lanes theta, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        Evaluate(f, theta, Lanes.Broadcast(1) / theta, out weight, out logWeight, out decay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IPointKernel.Evaluate(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        Evaluate(f, theta, inverseTheta, out weight, out logWeight, out decay);

    /// <summary>(u / (nu + f) - (ln(1 + u) - u / (1 + u))) / 2 at u = f / nu; both fractions are multiples of psi.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Lanes IPointKernel.ThetaSlope(Lanes f, Lanes theta, Lanes inverseTheta, Lanes logWeight, Lanes decay)
    {
        Lanes u = f * inverseTheta;
        Lanes ofExponent = Lanes.Broadcast(1) / (theta + Lanes.Broadcast(1));
        Lanes half = decay * u * ofExponent;                    // u / (nu + f) / 2
        Lanes series = Lanes.Broadcast(0.5f) * u * u * TailSlope.Series(u);
        Lanes closed = -Lanes.FusedMultiplyAdd(logWeight, ofExponent, half * theta);
        return half - Lanes.Select(u < Lanes.Broadcast(TailSlope.LongSeries), series, closed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IStagedKernel.Begin(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes first, out Lanes second) => Begin(f, theta, inverseTheta, out first, out second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IStagedKernel.End(Lanes first, Lanes second, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        (weight, logWeight, decay) = (Lanes.ExpToBound(first), first, second);

    /// <summary>ln w and psi.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Begin(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes first, out Lanes second)
    {
        Lanes exponent = Lanes.FusedMultiplyAdd(Lanes.Broadcast(0.5f), theta, Lanes.Broadcast(0.5f));
        first = -(exponent * Lanes.LogOnePlusPositive(f * inverseTheta, out Lanes inverse));
        second = exponent * inverseTheta * inverse;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Evaluate(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        Begin(f, theta, inverseTheta, out logWeight, out decay);
        weight = Lanes.ExpToBound(logWeight);
    }
}
