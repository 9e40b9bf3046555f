namespace Vicinity;

/// <inheritdoc cref="GradientMethod.Exact" />
internal sealed record ExactSums : GradientMethod
{
    public override string ToString() => "exact";

    internal override GradientMethod Resolve(Objective objective, GradientInputs inputs, int dimensions) => this;

    internal override IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads) =>
        ExactGradient.Create(objective, inputs, dimensions, threads);
}
