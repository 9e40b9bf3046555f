namespace Vicinity.Tests;

/// <summary>The particle mesh, at its usual accuracy and at a finer one.</summary>
public sealed class MeshGradientTests : ApproximateGradientTests
{
    private protected override (GradientMethod Method, double Error)[] Methods => [(new ParticleMesh(), 0.02), (new ParticleMesh(0.005), 0.005)];

    private protected override double NormalizerError => 0.001;
}
