namespace Vicinity;

/// <inheritdoc cref="GradientMethod.Auto" />
internal sealed record AutomaticGradient : GradientMethod
{
    /// <summary>Above so many points the mesh is faster (docs/decisions/0011-particle-mesh.md).</summary>
    private const int ExactLimit = 4000;
    private const int ExactLimitInSpace = 12_000;

    public ParticleMesh Mesh { get; init; } = new();

    /// <summary>The angles whose errors were within these accuracies (docs/decisions/0015-barnes-hut.md).</summary>
    private double Theta => Mesh.Accuracy switch { >= 0.02 => 0.7, >= 0.005 => 0.4, _ => 0.2 };

    public override string ToString() => "auto";

    /// <summary>In space the grid of a grown map has too many cells; a tree has as many as there are points.</summary>
    internal override GradientMethod Resolve(Objective objective, GradientInputs inputs, int dimensions) =>
        !(inputs.Affinities?.Count > (dimensions == 3 ? ExactLimitInSpace : ExactLimit)) || !ParticleMesh.CanRun(objective, inputs) ? Exact
        : dimensions == 3 && SeparableEngine.CanRun(objective, inputs) ? new BarnesHut(Theta)
        : Mesh;

    internal override IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads) =>
        Resolve(objective, inputs, dimensions).Create(objective, inputs, dimensions, threads);
}
