using Xunit;

namespace Vicinity.Tests;

public sealed class ExactGradientTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<Objective> Named => [Objective.TSne, Objective.Ssne, Objective.TAsne, Objective.Asne];

    public static TheoryData<Objective> General =>
    [
        Objective.Create(new ScalarDivergence<ReverseKullbackLeibler>(default), new StudentT(), Normalization.PairWise),
        Objective.Create(new ScalarDivergence<ReverseKullbackLeibler>(default), new Gaussian(0.5f), Normalization.PointWise),
        Objective.Create(new KullbackLeibler(), new ScalarKernel<OwnPrecisionGaussian>(default), Normalization.PointWise),
        Objective.Create(new KullbackLeibler(), new ScalarKernel<OwnPrecisionGaussian>(default), Normalization.PairWise),
    ];

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
                    AssertAgrees(objective, affinities, Positions(count, dimensions, scale), Tolerance);
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
        AssertAgrees(objective, sparse, Positions(1000, 1, 1e-4), Tolerance);
        AssertAgrees(objective, dense, Positions(1000, 2, 1e-4), Tolerance);
        AssertAgrees(objective, sparse, Positions(1000, 2, 40), Tolerance);
        AssertAgrees(objective, dense, Positions(1000, 3, 3), Tolerance);
    }

    [Theory]
    [MemberData(nameof(General))]
    public void Agrees_for_costs_that_depend_on_q_and_for_asymmetric_weights(Objective objective)
    {
        foreach (int count in (int[])[3, 4, 15, 16, 17, 67, 200])
        {
            Affinities affinities = SampleAffinities.Draw(count, count, objective.Normalization, 9);
            AssertAgrees(objective, affinities, Positions(count, 2, 1.5), 2e-5);
            AssertAgrees(objective, affinities, Positions(count, 3, 0.01), 2e-5);
        }
    }

    [Fact]
    public void Both_engines_agree_where_both_can_work()
    {
        Affinities affinities = SampleAffinities.Draw(3, 150, Normalization.PointWise, 20);
        Coordinates positions = Positions(150, 2, 1.2);
        GeneralGradient<KullbackLeibler, StudentT, TwoDimensions> general = new(
            default, default, Normalization.PointWise, new(affinities), 1, default);
        GradientOracle oracle = new(Objective.TAsne, affinities, Ones(150));
        Coordinates gradient = new(150, 2);
        general.Gradient(positions, 12, gradient);
        Assert.InRange(GradientOracle.RelativeError(gradient, oracle.Gradient(positions, 12)), 0, Tolerance);
        Assert.Equal(oracle.Cost(positions), general.Loss(positions), 1e-5 * oracle.Cost(positions));
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void The_bits_do_not_depend_on_the_threads(Objective objective)
    {
        Affinities affinities = SampleAffinities.Draw(2, 700, objective.Normalization, 15);
        Coordinates positions = Positions(700, 2, 8);
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
        Coordinates positions = Positions(21, 3, 1);
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
        int count = affinities.Count;
        float[] theta = Theta(objective, count);
        IGradientEngine engine = ExactGradient.Create(objective, affinities, positions.Dimensions, 2, theta);
        GradientOracle oracle = new(objective, affinities, theta);
        Coordinates gradient = new(count, positions.Dimensions);
        foreach (double exaggeration in (double[])[1, 12])
        {
            engine.Gradient(positions, exaggeration, gradient);
            double[,] expected = oracle.Gradient(positions, exaggeration);
            if (count <= 2 && exaggeration == 1)
            {
                // Two points have q = p wherever they are: no force but rounding, to be judged by the attraction alone.
                Assert.InRange(LargestValue(gradient), 0, 1e-6 * (1e-30 + GradientOracle.LargestValue(oracle.Gradient(positions, 2))));
                continue;
            }

            double error = GradientOracle.RelativeError(gradient, expected);
            Assert.True(error < tolerance, $"{objective.Name}, n {count}, K {positions.Dimensions}, a {exaggeration}: {error:E2}");
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

    private static double LargestValue(Coordinates values) => values.All.ToArray().Max(Math.Abs);

    /// <summary>A parameter per point where the objective reads one (then the general engine runs), else 1.</summary>
    private static float[] Theta(Objective objective, int count)
    {
        SeededRandom random = new(count);
        return HasPointParameters(objective)
            ? [.. Enumerable.Range(0, count).Select(_ => (float)(0.3 + (1.4 * random.NextDouble())))]
            : Ones(count);
    }

    private static bool HasPointParameters(Objective objective) => objective.Name.Contains("ScalarKernel", StringComparison.Ordinal);

    private static float[] Ones(int count) => [.. Enumerable.Repeat(1f, count)];

    private static Coordinates Positions(int count, int dimensions, double scale)
    {
        SeededRandom random = new(1000 + count);
        Coordinates positions = new(count, dimensions);
        for (int i = 0; i < count * dimensions; i++)
        {
            positions.Axis(i % dimensions)[i / dimensions] = (float)(scale * random.NextNormal());
        }

        return positions;
    }
}
