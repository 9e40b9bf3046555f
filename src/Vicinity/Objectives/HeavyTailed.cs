using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The kernel of HSSNE, w = (1 + alpha f)^(-1/alpha); alpha = 0 is the Gaussian exp(-f), alpha = 1 Student t.</summary>
/// <remarks>Yang, King, Xu and Oja (2009). One alpha for each point: <see cref="HeavyTailedPerPoint"/>.</remarks>
public readonly struct HeavyTailed : IKernel, IJointKernel, IStagedKernel
{
    private readonly PowerLaw law;

    /// <summary>A heavy-tailed kernel.</summary>
    /// <param name="alpha">Weight of the tail, at least 0; the default of HSSNE is 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">Alpha is not a number of at least 0.</exception>
    public HeavyTailed(double alpha)
    {
        Alpha = ParameterRange.NotNegative(alpha);
        law = alpha < HeavyTailedPerPoint.SmallestAlpha ? PowerLaw.Limit : new(alpha, 1 / alpha);
    }

    /// <summary>Weight of the tail, at least 0.</summary>
    public double Alpha { get; }

    /// <inheritdoc />
    public bool IsPerPoint => false;

    /// <inheritdoc />
    public double LogWeight(double f, double theta) => law.LogWeight(f);

    /// <inheritdoc />
    public double Decay(double f, double theta) => law.Decay(f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes LogWeight(Lanes f, Lanes theta) => law.LogWeight(f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Weight(Lanes f, Lanes theta) => law.Weight(f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Decay(Lanes f, Lanes theta) => law.Decay(f);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(Lanes f, Lanes theta, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        law.Evaluate(f, out weight, out logWeight, out decay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IStagedKernel.Begin(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes first, out Lanes second) => law.Begin(f, out first, out second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IStagedKernel.End(Lanes first, Lanes second, out Lanes weight, out Lanes logWeight, out Lanes decay) =>
        law.End(first, second, out weight, out logWeight, out decay);
}
