using Xunit;

namespace Vicinity.Tests;

public sealed class ExactGradientTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<Objective> Named => [Objective.TSne, Objective.Ssne, Objective.TAsne, Objective.Asne];

    [Theory]
    [MemberData(nameof(Named))]
    public void Agrees_with_the_master_equation_for_every_small_size_and_dimension(Objective objective)
    {
        for (int count = 1; count <= 67; count++)
        {
            Affinities affinities = SampleAffinities.Draw(count, count, objective.Normalization, count % 2 == 0 ? int.MaxValue : 7);
            for (int dimensions = 1; dimensions <= 3; dimensions++)
            {
                foreach (double scale in (double[])[1e-4, 1, 60])
                {
                    AssertAgrees(objective, affinities, SampleInputs.Positions(count, dimensions, scale), Tolerance);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void Agrees_with_the_master_equation_for_a_thousand_points(Objective objective)
    {
        Affinities sparse = SampleAffinities.Draw(1, 1000, objective.Normalization, 30);
        Affinities dense = SampleAffinities.Draw(1, 1000, objective.Normalization);
        AssertAgrees(objective, sparse, SampleInputs.Positions(1000, 1, 1e-4), Tolerance);
        AssertAgrees(objective, dense, SampleInputs.Positions(1000, 2, 1e-4), Tolerance);
        AssertAgrees(objective, sparse, SampleInputs.Positions(1000, 2, 40), Tolerance);
        AssertAgrees(objective, dense, SampleInputs.Positions(1000, 3, 3), Tolerance);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void The_bits_do_not_depend_on_the_threads(Objective objective)
    {
        Affinities affinities = SampleAffinities.Draw(2, 700, objective.Normalization, 15);
        Coordinates positions = SampleInputs.Positions(700, 2, 8);
        (float[] Gradient, double Loss) alone = Run(objective, affinities, positions, 1);
        Assert.Equal(alone, Run(objective, affinities, positions, 2), (a, b) => a.Gradient.AsSpan().SequenceEqual(b.Gradient) && a.Loss.Equals(b.Loss));
        Assert.Equal(alone, Run(objective, affinities, positions, 8), (a, b) => a.Gradient.AsSpan().SequenceEqual(b.Gradient) && a.Loss.Equals(b.Loss));
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void Points_at_one_place_feel_no_force(Objective objective)
    {
        Affinities affinities = SampleAffinities.Draw(2, 40, objective.Normalization);
        Coordinates positions = new(40, 2);
        positions.All.Fill(3.5f);
        (float[] gradient, double loss) = Run(objective, affinities, positions, 1);
        Assert.All(gradient, value => Assert.Equal(0f, value));
        Assert.True(double.IsFinite(loss));
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void The_loss_of_equal_points_is_the_null_loss(Objective objective)
    {
        Affinities affinities = SampleAffinities.Draw(2, 40, objective.Normalization, 6);
        IGradientEngine engine = ExactGradient.Create(objective, affinities, 2, 1);
        Assert.Equal(engine.NullLoss, engine.Loss(new(40, 2)), 1e-9 * engine.NullLoss);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void Padding_stays_zero_and_the_positions_stay_as_they_are(Objective objective)
    {
        Affinities affinities = SampleAffinities.Draw(2, 21, objective.Normalization);
        Coordinates positions = SampleInputs.Positions(21, 3, 1);
        float[] before = positions.All.ToArray();
        Coordinates gradient = new(21, 3);
        ExactGradient.Create(objective, affinities, 3, 1).Gradient(positions, 4, gradient);
        Assert.Equal(before, positions.All.ToArray());
        for (int d = 0; d < 3; d++)
        {
            Assert.All(gradient.Axis(d)[21..].ToArray(), value => Assert.Equal(0f, value));
        }
    }

    [Fact]
    public void Rows_with_a_pair_wise_cost_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => ExactGradient.Create(Objective.TSne, SampleAffinities.Draw(1, 9, Normalization.PointWise), 2, 1));
        Assert.Contains("AffinityForm.Joint", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ExactGradient.Create(Objective.TSne, SampleAffinities.Draw(1, 9, Normalization.PairWise), 4, 1));
    }

    private static void AssertAgrees(Objective objective, Affinities affinities, Coordinates positions, double tolerance)
    {
        IGradientEngine engine = ExactGradient.Create(objective, affinities, positions.Dimensions, 2);
        GradientOracle oracle = new(objective, new() { Affinities = affinities });
        Coordinates gradient = new(positions.Count, positions.Dimensions);
        foreach (double exaggeration in (double[])[1, 12])
        {
            engine.Gradient(positions, exaggeration, gradient);
            double error = oracle.Error(gradient, positions, exaggeration);
            Assert.True(error < tolerance, $"{objective.Name}, n {positions.Count}, K {positions.Dimensions}, a {exaggeration}: {error:E2}");
        }

        double cost = oracle.Cost(positions);
        Assert.Equal(cost, engine.Loss(positions), tolerance * (1 + Math.Abs(cost)));
    }

    private static (float[] Gradient, double Loss) Run(Objective objective, Affinities affinities, Coordinates positions, int threads)
    {
        IGradientEngine engine = ExactGradient.Create(objective, affinities, positions.Dimensions, threads);
        Coordinates gradient = new(positions.Count, positions.Dimensions);
        engine.Gradient(positions, 3, gradient);
        return (gradient.All.ToArray(), engine.Loss(positions));
    }
}
