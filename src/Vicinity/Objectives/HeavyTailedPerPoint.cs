using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The heavy-tailed kernel with an alpha of each point, w_ij = (1 + alpha_i f)^(-1/alpha_i); alpha = 0 is the Gaussian exp(-f).</summary>
/// <remarks>theta is alpha. Equal alphas are <see cref="HeavyTailed"/>; learned together they are dynamic HSSNE.</remarks>
public readonly struct HeavyTailedPerPoint : ILearnableKernel, IJointKernel
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
    public void Evaluate(Lanes f, Lanes theta, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        Lanes logarithm = Lanes.LogOnePlusPositive(theta * f, out decay);
        logWeight = -Lanes.Select(theta < Lanes.Broadcast((float)SmallestAlpha), f, logarithm / theta);
        weight = Lanes.ExpToBound(logWeight);
    }
}
