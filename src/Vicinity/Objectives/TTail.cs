using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The kernel of tt-SNE, w = (1 + f / a)^(-a/2).</summary>
/// <remarks>It is the heavy-tailed kernel of alpha = 2 / a with a precision of 1/2.</remarks>
public readonly struct TTail : IKernel, IJointKernel, IStagedKernel
{
    private readonly PowerLaw law;

    /// <summary>A kernel whose tail falls like d^-a.</summary>
    /// <param name="degreesOfFreedom">a, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not a positive number.</exception>
    public TTail(double degreesOfFreedom)
    {
        DegreesOfFreedom = ParameterRange.Positive(degreesOfFreedom);
        law = new(1 / degreesOfFreedom, degreesOfFreedom / 2);
    }

    /// <summary>a, above 0.</summary>
    public double DegreesOfFreedom { get; }

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
