using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The kernel of inhomogeneous t-SNE, Student t with degrees of freedom of each point, w_ij = (1 + f / nu_i)^(-(nu_i + 1) / 2).</summary>
/// <remarks>theta is nu. Equal ones are <see cref="InhomogeneousT"/>. Kitazono, Grozavu, Rogovschi, Omori and Ozawa (2016).</remarks>
public readonly struct InhomogeneousTPerPoint : ILearnableKernel, IJointKernel
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
    public void Evaluate(Lanes f, Lanes theta, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        Lanes scale = Lanes.Broadcast(1) / theta;
        Lanes exponent = Lanes.FusedMultiplyAdd(Lanes.Broadcast(0.5f), theta, Lanes.Broadcast(0.5f));
        logWeight = -(exponent * Lanes.LogOnePlusPositive(f * scale, out Lanes inverse));
        weight = Lanes.ExpToBound(logWeight);
        decay = exponent * scale * inverse;
    }
}
