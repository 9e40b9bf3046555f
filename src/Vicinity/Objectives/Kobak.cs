using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The heavy-tailed kernel of FIt-SNE, w = (1 + f / a)^-a; a = 1 is Student t, its limit for large a exp(-f).</summary>
/// <remarks>Kobak, Linderman, Steinerberger, Kluger and Berens (2019).</remarks>
public readonly struct Kobak : IKernel, IJointKernel, IStagedKernel
{
    private readonly PowerLaw law;

    /// <summary>A kernel whose tail falls like f^-a.</summary>
    /// <param name="degreesOfFreedom">a, above 0; below 1 the tail is heavier than that of t-SNE.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not a positive number.</exception>
    public Kobak(double degreesOfFreedom)
    {
        DegreesOfFreedom = ParameterRange.Positive(degreesOfFreedom);
        law = new(1 / degreesOfFreedom, degreesOfFreedom);
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
