using Xunit;

namespace Vicinity.Tests;

/// <summary>The particle mesh, at its usual accuracy and at a finer one.</summary>
public sealed class MeshGradientTests : ApproximateGradientTests
{
    private protected override (GradientMethod Method, double Error)[] Methods => [(new ParticleMesh(), 0.02), (new ParticleMesh(0.005), 0.005)];

    private protected override double NormalizerError => 0.001;

    /// <summary>Objectives, and the sizes of their starts: the last kernel is flat at 0, so that nothing moves in a small map.</summary>
    public static TheoryData<Objective, double> Runs => new(
        (Objective.TSne, 1e-4), (Objective.KobakTSne(0.5), 1e-4), (Objective.KobakTSne(2), 1e-4), (Objective.Ssne, 1e-4),
        (Objective.Create(new KullbackLeibler(), new ScalarKernel<HeavyTail>(default), Normalization.PairWise), 1e-4),
        (Objective.Create(new KullbackLeibler(), new ScalarKernel<FlatTop>(default), Normalization.PairWise), 3));

    [Theory]
    [MemberData(nameof(Runs))]
    public void Forces_are_within_the_error_all_along_a_run(Objective objective, double size)
    {
        Affinities affinities = SampleMaps.Neighbors(3000, objective.AffinityForm, 30);
        EmbeddingRun run = new(affinities, SampleMaps.Groups(3000, 2, size, 9).ToMatrix(), objective, 2, gradient: new ParticleMesh());
        foreach (Phase phase in (Phase[])[new(0), new(75) { Exaggeration = 12 }, new(50), new(150) { Momentum = 0.9 }])
        {
            run.Advance(phase);
            AssertWithin(objective, affinities, Coordinates.From(run.Snapshot()), $"iteration {run.Iteration}");
        }
    }

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

    /// <summary>The transform of the kernel belongs to one spacing: one for each map would cost as much as all else.</summary>
    [Theory]
    [InlineData(120, 2)]
    [InlineData(10_000, 2)]
    [InlineData(70_000, 2)]
    [InlineData(10_000, 1)]
    [InlineData(10_000, 3)]
    public void A_map_that_grows_a_little_keeps_its_spacing(int count, int dimensions)
    {
        double[] spans = [.. Enumerable.Range(0, 10_000).Select(k => 1e-4 * Math.Pow(1e10, k / 1e4))];
        double[] spacings = [.. spans.Select(span => MeshSpacing.For(span, 0.45 * MeshAccuracy.Sparseness(count, span, 1, dimensions), dimensions))];
        Assert.InRange(spacings.Distinct().Count(), 20, 400);
        Assert.All(spans.Zip(spacings), pair => Assert.InRange(pair.First / pair.Second, 31, MeshSpacing.MostCells(dimensions) * 1.0001));
    }

    [Theory]
    [InlineData(40, 120)]
    [InlineData(120, 450)]
    [InlineData(120, 900)]
    [InlineData(600, 3000)]
    [InlineData(3000, 6000)]
    public void Forces_of_few_points_in_a_wide_map_are_within_the_error(int count, float span)
    {
        foreach (Objective objective in (Objective[])[Objective.TSne, Objective.KobakTSne(2), Objective.Ssne, Objective.TAsne])
        {
            AssertWithin(objective, SampleMaps.Neighbors(count, objective.AffinityForm), SampleMaps.Groups(count, 2, span), $"{objective.Name}, {count} points, span {span}");
        }
    }

    /// <summary>As exaggeration leaves them: what a grid does wrong to one point of a group it does to all of them, and nothing cancels.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Forces_of_groups_that_are_almost_points_are_within_the_error(int dimensions)
    {
        Coordinates positions = SampleMaps.Groups(1500, dimensions, 12);
        for (int i = 10; i < positions.Count; i++)
        {
            for (int d = 0; d < dimensions; d++)
            {
                positions.Axis(d)[i] = positions.Axis(d)[i % 10] + (0.01f * positions.Axis(d)[i]);
            }
        }

        AssertWithin(Objective.TSne, SampleMaps.Neighbors(1500, AffinityForm.Joint), positions, $"{dimensions} dimensions");
    }

    /// <summary>No error of them cancels, and the rule for the spacing counts on that: the grid follows the error that is measured.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Forces_of_points_of_which_half_stand_at_one_place_are_within_the_error(int dimensions)
    {
        foreach (Objective objective in (Objective[])[Objective.TSne, Objective.KobakTSne(0.5), Objective.TAsne])
        {
            AssertWithin(objective, SampleMaps.Neighbors(2000, objective.AffinityForm), HalfAtOnePlace(dimensions), $"{dimensions} dimensions");
        }
    }

    /// <summary>In space Z is three times as wrong as in the plane where forces are as wrong, so these have to be better: 60 groups that are almost points.</summary>
    [Theory]
    [InlineData(18.9)]
    [InlineData(21.8)]
    [InlineData(22.9)]
    public void The_normalizer_of_groups_in_space_is_within_a_thousandth(double span)
    {
        Coordinates positions = SampleMaps.Groups(3000, 3, span);
        for (int i = 60; i < positions.Count; i++)
        {
            for (int d = 0; d < 3; d++)
            {
                positions.Axis(d)[i] = positions.Axis(d)[i % 60] + (0.01f * (positions.Axis(d)[i] - positions.Axis(d)[i % 10]));
            }
        }

        AssertWithin(Objective.TSne, SampleMaps.Neighbors(3000, AffinityForm.Joint), positions, $"span {span}");
    }

    [Fact]
    public void A_restored_engine_has_as_fine_a_grid_as_it_had()
    {
        Affinities affinities = SampleMaps.Neighbors(2000, AffinityForm.Joint);
        Coordinates positions = HalfAtOnePlace(2);
        foreach (Objective objective in (Objective[])[Objective.TSne, Objective.TAsne])
        {
            IApproximateGradient before = Forces.Engine(new ParticleMesh(), objective, affinities, 2, 2);
            IApproximateGradient restored = Forces.Engine(new ParticleMesh(), objective, affinities, 2, 2);
            Forces.Of(before, positions);
            SectionSet sections = new("state");
            before.Exchange(new(sections, isReading: false));
            restored.Exchange(new(sections, isReading: true));
            Assert.Equal(Forces.Of(before, positions).All.ToArray(), Forces.Of(restored, positions).All.ToArray());
        }
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    [InlineData(1e300)]
    public void An_error_without_bounds_asks_for_no_more_than_there_is(double error)
    {
        MeshFineness fineness = new(0.02);
        fineness.Widen(1);
        fineness.Follow(1);
        fineness.Follow(error);
        Assert.InRange(fineness.Steps, 1, 25);
    }

    /// <summary>The cost at which a search begins is then that of another grid than those on its way.</summary>
    [Fact]
    public void A_line_search_goes_on_when_the_grid_has_become_finer()
    {
        Affinities affinities = SampleMaps.Neighbors(2000, AffinityForm.Joint);
        EmbeddingRun run = new(affinities, HalfAtOnePlace(2).ToMatrix(), Objective.TSne, 2, Optimizer.Lbfgs, gradient: new ParticleMesh());
        double start = run.Loss;
        run.Advance(new(60));
        Assert.True(run.Loss < 0.5 * start, $"{run.Loss} after {run.Iteration} iterations, {start} before");
    }

    private static Coordinates HalfAtOnePlace(int dimensions)
    {
        Coordinates positions = SampleMaps.Groups(2000, dimensions, 45);
        for (int d = 0; d < dimensions; d++)
        {
            positions.Axis(d)[..1000].Fill(positions.Axis(d)[0]);
        }

        return positions;
    }

    /// <summary>Line searches try maps of any size; far from the origin coordinates have no digits for a grid.</summary>
    [Theory]
    [InlineData(0, 1e-40f)]
    [InlineData(1e7f, 1e-3f)]
    [InlineData(8e9f, 8192)]
    [InlineData(0, 3e38f)]
    [InlineData(1e30f, 1e25f)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(float.NaN, 1)]
    public void Maps_that_no_grid_can_hold_do_not_leave_it(float origin, float span)
    {
        Affinities affinities = SampleMaps.Neighbors(600, AffinityForm.Joint);
        Coordinates positions = SampleMaps.Groups(600, 2, span);
        for (int i = 0; i < 600; i++)
        {
            positions.Axis(0)[i] += i == 7 || float.IsFinite(origin) ? origin : 0;
        }

        foreach (Objective objective in (Objective[])[Objective.TSne, Objective.Ssne, Objective.Umap()])
        {
            Assert.Equal(2 * positions.Stride, Forces.Of(Forces.Engine(new ParticleMesh(), objective, affinities, 2, 2), positions).All.Length);
        }
    }
}
