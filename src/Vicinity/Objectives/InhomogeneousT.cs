using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Student t with nu degrees of freedom, w = (1 + f / nu)^(-(nu + 1) / 2); its limit for large nu is exp(-f / 2).</summary>
/// <remarks>Also parametric t-SNE's kernel (van der Maaten 2009). One nu for each point: <see cref="InhomogeneousTPerPoint"/>.</remarks>
public readonly struct InhomogeneousT : IKernel, IJointKernel, IStagedKernel
{
    private readonly PowerLaw law;

    /// <summary>A Student t kernel.</summary>
    /// <param name="degreesOfFreedom">nu, above 0; 1 is that of t-SNE.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not a positive number.</exception>
    public InhomogeneousT(double degreesOfFreedom)
    {
        DegreesOfFreedom = ParameterRange.Positive(degreesOfFreedom);
        law = new(1 / degreesOfFreedom, (degreesOfFreedom + 1) / 2);
    }

    /// <summary>nu, above 0.</summary>
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
