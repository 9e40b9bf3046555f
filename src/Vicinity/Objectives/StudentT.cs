using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The kernel of t-SNE, w = 1 / (1 + f): a Student t distribution with one degree of freedom.</summary>
public readonly struct StudentT : IKernel, IJointKernel
{
    /// <inheritdoc />
    public bool IsPerPoint => false;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => -NearZero.LogOnePlus(f);

    /// <inheritdoc />
    public double Decay(double f, double theta) => 1 / (1 + f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) => -Lanes.LogOnePlusPositive(f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) => Lanes.Broadcast(1) / (Lanes.Broadcast(1) + f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta) => Weight(f, theta);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(Lanes f, Lanes theta, out Lanes weight, out Lanes logWeight, out Lanes decay)
    {
        logWeight = -Lanes.LogOnePlusPositive(f, out weight);
        decay = weight;
    }
}
