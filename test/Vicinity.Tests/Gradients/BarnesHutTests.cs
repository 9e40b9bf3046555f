using Xunit;

namespace Vicinity.Tests;

/// <summary>The tree, at its usual angle and at a smaller one.</summary>
public sealed class BarnesHutTests : ApproximateGradientTests
{
    private protected override (GradientMethod Method, double Error)[] Methods => [(new BarnesHut(), 0.02), (new BarnesHut(0.2), 0.003)];

    private protected override double NormalizerError => 0.01;

    [Theory]
    [MemberData(nameof(Objectives))]
    public void An_angle_of_zero_is_every_pair(Objective objective)
    {
        for (int dimensions = 1; dimensions <= 3; dimensions++)
        {
            Affinities affinities = SampleMaps.Neighbors(1300, objective.AffinityForm);
            foreach (double span in (double[])[1e-4, 20])
            {
                Coordinates positions = SampleMaps.Groups(1300, dimensions, span);
                IApproximateGradient engine = Forces.Engine(new BarnesHut(0), objective, affinities, dimensions, 2);
                Assert.InRange(Forces.RepulsionError(objective, affinities, positions, engine), 0, 2e-6);
                Assert.InRange(engine.ForceError(positions), 0, 2e-6);
                IGradientEngine exact = ExactGradient.Create(objective, affinities, dimensions, 2);
                Assert.Equal(exact.Loss(positions), engine.Loss(positions), 1e-6 * exact.NullLoss);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Many_points_at_a_few_places_are_no_special_case(Objective objective)
    {
        Affinities affinities = SampleMaps.Neighbors(2000, objective.AffinityForm);
        for (int dimensions = 1; dimensions <= 3; dimensions++)
        {
            Coordinates positions = SampleMaps.Groups(2000, dimensions, 20);
            for (int i = 0; i < 1800; i++)
            {
                for (int d = 0; d < dimensions; d++)
                {
                    positions.Axis(d)[i] = positions.Axis(d)[i % 3];
                }
            }

            AssertWithin(objective, affinities, positions, $"three places, {dimensions}-D");
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void An_angle_out_of_its_range_is_refused(double theta) => Assert.Throws<ArgumentOutOfRangeException>(() => new BarnesHut(theta));
}
