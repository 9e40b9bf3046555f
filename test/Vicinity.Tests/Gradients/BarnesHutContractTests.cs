using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed class BarnesHutContractTests : GradientContractTests
{
    private protected override double Tolerance => 0.02;

    private protected override IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads) =>
        new BarnesHut().Create(objective, inputs, dimensions, threads);
}
