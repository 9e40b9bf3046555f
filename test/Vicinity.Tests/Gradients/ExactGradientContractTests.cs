using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed class ExactGradientContractTests : GradientContractTests
{
    private protected override double Tolerance => 2e-5;

    private protected override IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads) =>
        ExactGradient.Create(objective, inputs, dimensions, threads);
}
