using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The heavy-tailed kernel with an alpha of each point, w_ij = (1 + alpha_i f)^(-1/alpha_i); alpha = 0 is the Gaussian exp(-f).</summary>
/// <remarks>theta is alpha. Equal alphas are <see cref="HeavyTailed"/>; learned together they are dynamic HSSNE.</remarks>
public readonly struct HeavyTailedPerPoint : ILearnableKernel, IJointKernel, IPointKernel, IStagedKernel
{
    /// <summary>Below it no float and no double can tell the kernel from its limit, and 1 / alpha may overflow.</summary>
    internal const double SmallestAlpha = 1e-30;

    /// <inheritdoc />
    public bool IsPerPoint => true;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => theta < SmallestAlpha ? -f : -NearZero.LogOnePlus(theta * f) / theta;

    /// <inheritdoc />
    public double Decay(double f, double theta) => 1 / (1 + (theta * f));

    /// <inheritdoc />
    public double ThetaSlope(double f, double theta) => f * f * TailSlope.Of(theta * f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) =>
        -Lanes.Select(theta < Lanes.Broadcast((float)SmallestAlpha), f, Lanes.LogOnePlusPositive(theta * f) / theta);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) => Lanes.Exp(LogWeight(f, theta));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta) => Lanes.Broadcast(1) / Lanes.FusedMultiplyAdd(theta, f, Lanes.Broadcast(1));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes ThetaSlope(Lanes f, Lanes theta) => f * f * TailSlope.Of(theta * f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(Lanes f, Lanes theta, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        Evaluate(f, theta, Lanes.Broadcast(1) / theta, out weight, out logWeight, out decay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IPointKernel.Evaluate(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        Evaluate(f, theta, inverseTheta, out weight, out logWeight, out decay);

    /// <summary>f^2 (ln(1 + t) - t / (1 + t)) / t^2 at t = alpha f, which is (-ln w - f psi) / alpha where that does not cancel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Lanes IPointKernel.ThetaSlope(Lanes f, Lanes theta, Lanes inverseTheta, Lanes logWeight, Lanes decay) => Lanes.Select(
        theta * f < Lanes.Broadcast(TailSlope.LongSeries),
        f * f * TailSlope.Series(theta * f),
        Lanes.FusedMultiplyAdd(-f, decay, -logWeight) * inverseTheta);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IStagedKernel.Begin(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes first, out Lanes second) => Begin(f, theta, inverseTheta, out first, out second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IStagedKernel.End(Lanes first, Lanes second, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        (weight, logWeight, decay) = (Lanes.ExpToBound(first), first, second);

    /// <summary>ln w and psi.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Begin(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes first, out Lanes second)
    {
        Lanes logarithm = Lanes.LogOnePlusPositive(theta * f, out second);
        first = -Lanes.Select(theta < Lanes.Broadcast((float)SmallestAlpha), f, logarithm * inverseTheta);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Evaluate(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        Begin(f, theta, inverseTheta, out logWeight, out decay);
        weight = Lanes.ExpToBound(logWeight);
    }
}
