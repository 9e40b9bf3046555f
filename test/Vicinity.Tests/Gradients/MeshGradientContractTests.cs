namespace Vicinity.Tests;

public sealed class MeshGradientContractTests : GradientContractTests
{
    private protected override double Tolerance => 5e-3;

    private protected override IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads) =>
        new ParticleMesh(0.001).Create(objective, inputs, dimensions, threads);
}
