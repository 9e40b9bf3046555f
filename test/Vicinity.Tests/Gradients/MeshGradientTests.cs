using Xunit;

namespace Vicinity.Tests;

/// <summary>The particle mesh, at its usual accuracy and at a finer one.</summary>
public sealed class MeshGradientTests : ApproximateGradientTests
{
    private protected override (GradientMethod Method, double Error)[] Methods => [(new ParticleMesh(), 0.02), (new ParticleMesh(0.005), 0.005)];

    private protected override double NormalizerError => 0.001;

    [Theory]
    [InlineData(120)]
    [InlineData(50_000)]
    public void Isolated_and_far_points_of_point_wise_costs_need_no_other_engine(float distance)
    {
        Affinities affinities = SampleMaps.Neighbors(1500, AffinityForm.Row);
        Coordinates positions = SampleMaps.Groups(1500, 2, 30);
        positions.Axis(0)[3] = distance;
        positions.Axis(1)[900] = -distance;
        AssertWithin(Objective.TAsne, affinities, positions, $"{distance} away");
        Assert.InRange(Forces.Engine(new ParticleMesh(), Objective.TAsne, affinities, 2, 2).ForceError(positions), 1e-7, 0.02);
    }
}
