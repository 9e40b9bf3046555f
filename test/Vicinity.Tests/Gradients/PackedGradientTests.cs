using Xunit;

namespace Vicinity.Tests;

/// <summary>Engines over a packed P, beside the same over a plain one.</summary>
public sealed class PackedGradientTests
{
    private const int Count = 900;
    private static readonly Matrix Data = Clouds.Normal(Count, 5);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Loss_and_forces_are_those_of_the_plain_P(int dimensions)
    {
        Coordinates positions = SampleMaps.Groups(Count, dimensions, 30);
        foreach (GradientMethod method in (GradientMethod[])[new ParticleMesh(), new BarnesHut(0.3)])
        {
            IGradientEngine plain = Engine(method, inOrder: false, dimensions);
            IGradientEngine packed = Engine(method, inOrder: true, dimensions);
            Assert.Equal(plain.Loss(positions), packed.Loss(positions), 2e-5);
            Assert.Equal(plain.NullLoss, packed.NullLoss, 2e-5);
            Coordinates forces = Forces.Of(plain, positions);
            double size = Forces.Distance(forces, new(Count, dimensions));
            Assert.InRange(Forces.Distance(forces, Forces.Of(packed, positions)) / size, 0, 1e-3);
        }
    }

    [Fact]
    public void Neither_threads_nor_a_state_taken_back_change_the_bits()
    {
        EmbeddingRun one = Run(1);
        EmbeddingRun two = Run(2);
        Phase few = new(30) { Exaggeration = 12, Neighbors = 5 };
        one.Advance(few);
        RunState state = one.Save();
        one.Advance(new(60));
        two.Advance(few);
        two.Restore(state);
        two.Advance(new(60));
        Assert.Equal(one.Snapshot().Row(7), two.Snapshot().Row(7));
        Assert.Equal(one.Loss, two.Loss);
    }

    [Fact]
    public unsafe void Attraction_of_rows_over_several_stretches_is_the_sum_over_their_entries()
    {
        const int Many = 150_000;
        int[][] columns = [.. Enumerable.Range(0, Many).Select(row => row % 5000 > 0 ? [] : Enumerable.Range(1, 40).Select(k => (row + (k * k * 83)) % Many).ToArray())];
        PackedRows rows = SampleRows.Pack(columns, column => (ushort)(40_000 + (column % 20_000)));
        OrderedPoints points = new(Many, 2, 1, rows.Order);
        points.Take(SampleMaps.Groups(Many, 2, 30));
        float* force = stackalloc float[2];
        for (int row = 0; row < Many; row += 5000)
        {
            EdgeRow<StudentT, TwoDimensions>.Forces(new(), points, new(rows), row, row + 1, force, 1);
            (double x, double y, double size) = (0, 0, 0);
            foreach (int other in columns[row])
            {
                double dx = (double)points.Axes.Span[row] - points.Axes.Span[other];
                double dy = (double)points.Axes.Span[points.Length + row] - points.Axes.Span[points.Length + other];
                double pull = 2 * ShortFloat.Decode((ushort)(40_000 + (other % 20_000)), rows.Top) / (1 + (dx * dx) + (dy * dy));
                (x, y, size) = (x + (pull * dx), y + (pull * dy), size + (pull * Math.Abs(dx)) + (pull * Math.Abs(dy)));
            }

            Assert.Equal(x, force[0], 1e-5 * size);
            Assert.Equal(y, force[1], 1e-5 * size);
        }
    }

    private static EmbeddingRun Run(int threads) => new(P(inOrder: true), Start.Random.Build(Data, 2), Objective.TSne, threads, gradient: new ParticleMesh());

    private static Affinities P(bool inOrder) => Affinities.FromPerplexity(NeighborGraph.Build(Data, 30, new SearchPlan(7, 1), 2, inOrder), 10);

    private static IGradientEngine Engine(GradientMethod method, bool inOrder, int dimensions) =>
        method.Create(Objective.TSne, new GradientInputs { Affinities = P(inOrder) }, dimensions, 2);
}
