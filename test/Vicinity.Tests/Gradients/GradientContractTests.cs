using Xunit;

namespace Vicinity.Tests;

/// <summary>What every engine owes, whatever it approximates. A suite for a new engine names the engine and the error it admits.</summary>
public abstract class GradientContractTests
{
    private const int Count = 230;

    public static TheoryData<string> Names => ["t-SNE", "t-ASNE", "SSNE", "ASNE", "heavy", "own"];

    /// <summary>Largest difference of two forces that should be equal, over the largest force.</summary>
    private protected abstract double Tolerance { get; }

    private protected abstract IGradientEngine Create(Objective objective, GradientInputs inputs, int dimensions, int threads);

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_are_the_master_equation_s(string name)
    {
        Objective objective = Named(name);
        GradientInputs inputs = SampleInputs.Draw(objective, 1, Count, 10);
        Coordinates positions = SampleInputs.Positions(Count, 2, 3);
        double error = new GradientOracle(objective, inputs).Error(Gradient(Create(objective, inputs, 2, 2), positions), positions, 1);
        Assert.InRange(error, 0, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Moving_the_map_changes_nothing(string name)
    {
        (IGradientEngine engine, Coordinates positions) = Engine(name);
        AssertClose(Gradient(engine, positions), Gradient(engine, Mapped(positions, (x, y) => (x + 2.5, y - 1.25))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Turning_the_map_turns_the_forces(string name)
    {
        (IGradientEngine engine, Coordinates positions) = Engine(name);
        (double sine, double cosine) = Math.SinCos(0.7);
        (double, double) Turn(double x, double y) => ((cosine * x) - (sine * y), (sine * x) + (cosine * y));
        AssertClose(Mapped(Gradient(engine, positions), Turn), Gradient(engine, Mapped(positions, Turn)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Renaming_the_points_renames_the_forces(string name)
    {
        Objective objective = Named(name);
        GradientInputs inputs = SampleInputs.Draw(objective, 1, Count, 10);
        Coordinates positions = SampleInputs.Positions(Count, 2, 3);
        int[] order = [.. Enumerable.Range(0, Count).Select(i => (i * 57) % Count)];
        double[,] p = SampleAffinities.Dense(inputs.Affinities!);
        GradientInputs renamed = new()
        {
            Affinities = SampleAffinities.Sparse(objective.AffinityForm, SquareTable.Of(Count, (i, j) => p[order[i], order[j]])),
        };
        AssertClose(
            Renamed(Gradient(Create(objective, inputs, 2, 2), positions), order),
            Gradient(Create(objective, renamed, 2, 2), Renamed(positions, order)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bits_do_not_depend_on_the_threads(string name)
    {
        Objective objective = Named(name);
        GradientInputs inputs = SampleInputs.Draw(objective, 1, 700, 10);
        Coordinates positions = SampleInputs.Positions(700, 2, 3);
        IGradientEngine alone = Create(objective, inputs, 2, 1);
        float[] expected = Gradient(alone, positions).All.ToArray();
        foreach (int threads in (int[])[2, 8])
        {
            IGradientEngine together = Create(objective, inputs, 2, threads);
            Assert.Equal(expected, Gradient(together, positions).All.ToArray());
            Assert.Equal(alone.Loss(positions), together.Loss(positions));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forces_add_up_to_nothing_and_the_positions_stay_as_they_are(string name)
    {
        (IGradientEngine engine, Coordinates positions) = Engine(name);
        float[] before = positions.All.ToArray();
        Coordinates gradient = Gradient(engine, positions);
        Assert.Equal(before, positions.All.ToArray());
        for (int d = 0; d < 2; d++)
        {
            float[] axis = gradient.Axis(d).ToArray();
            Assert.InRange(Math.Abs(axis.Sum(value => (double)value)), 0, Tolerance * axis.Sum(value => Math.Abs((double)value)));
            Assert.All(axis[Count..], value => Assert.Equal(0f, value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Points_at_one_place_feel_no_force_and_have_the_null_loss(string name)
    {
        (IGradientEngine engine, Coordinates positions) = Engine(name);
        positions.All.Fill(0.5f);
        Assert.All(Gradient(engine, positions).All.ToArray(), value => Assert.InRange(Math.Abs(value), 0, 1e-6f));
        Assert.Equal(engine.NullLoss, engine.Loss(positions), Math.Max(1e-6, Tolerance) * engine.NullLoss);
    }

    private static Objective Named(string name) => name switch
    {
        "t-SNE" => Objective.TSne,
        "t-ASNE" => Objective.TAsne,
        "ASNE" => Objective.Asne,
        "heavy" => Objective.Create(new KullbackLeibler(), new HeavyTailed(2), Normalization.PairWise),
        "own" => Objective.Create(new KullbackLeibler(), new ScalarKernel<HeavyTail>(default), Normalization.PairWise),
        _ => Objective.Ssne,
    };

    private (IGradientEngine Engine, Coordinates Positions) Engine(string name) =>
        (Create(Named(name), SampleInputs.Draw(Named(name), 1, Count, 10), 2, 2), SampleInputs.Positions(Count, 2, 3));

    private static Coordinates Gradient(IGradientEngine engine, Coordinates positions)
    {
        Coordinates gradient = new(positions.Count, positions.Dimensions);
        engine.Gradient(positions, 1, gradient);
        return gradient;
    }

    private static Coordinates Mapped(Coordinates positions, Func<double, double, (double X, double Y)> map)
    {
        Coordinates mapped = new(positions.Count, 2);
        for (int i = 0; i < positions.Count; i++)
        {
            (double x, double y) = map(positions.Axis(0)[i], positions.Axis(1)[i]);
            (mapped.Axis(0)[i], mapped.Axis(1)[i]) = ((float)x, (float)y);
        }

        return mapped;
    }

    private static Coordinates Renamed(Coordinates positions, int[] order)
    {
        Coordinates renamed = new(positions.Count, 2);
        for (int i = 0; i < positions.Count; i++)
        {
            (renamed.Axis(0)[i], renamed.Axis(1)[i]) = (positions.Axis(0)[order[i]], positions.Axis(1)[order[i]]);
        }

        return renamed;
    }

    private void AssertClose(Coordinates expected, Coordinates actual)
    {
        double largest = expected.All.ToArray().Max(Math.Abs);
        double difference = expected.All.ToArray().Zip(actual.All.ToArray(), (a, b) => Math.Abs((double)a - b)).Max();
        Assert.InRange(difference, 0, Tolerance * largest);
    }
}
