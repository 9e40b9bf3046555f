namespace Vicinity;

/// <inheritdoc cref="GradientMethod.Auto" />
internal sealed record AutomaticGradient : GradientMethod
{
    /// <summary>Above so many points the mesh is faster (docs/decisions/0011-particle-mesh.md).</summary>
    private const int ExactLimit = 4000;
    private const int ExactLimitInSpace = 12_000;

    public ParticleMesh Mesh { get; init; } = new();

    public override string ToString() => "auto";

    internal override GradientMethod Resolve(Objective objective, GradientInputs inputs, int dimensions) =>
        inputs.Affinities?.Count > (dimensions == 3 ? ExactLimitInSpace : ExactLimit) && SeparableEngine.CanRun(objective, inputs) ? Mesh : Exact;

    internal override IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads) =>
        Resolve(objective, inputs, dimensions).Create(objective, inputs, dimensions, threads);
}
