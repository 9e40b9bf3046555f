using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Vicinity.Tests;

[Trait("Leg", "Simd")]
public sealed class AffinitiesTests
{
    [Theory]
    [InlineData(200, 5, 30, 10)]
    [InlineData(120, 3, 119, 40)]
    [InlineData(67, 20, 4, 1.2)]
    public void Rows_have_the_entropy_that_was_asked_for(int rows, int columns, int k, double perplexity)
    {
        NeighborGraph graph = NeighborGraph.Build(Clouds.Normal(rows, columns), k);
        Affinities affinities = Affinities.FromPerplexity(graph, perplexity, AffinityForm.Row);
        Assert.Equal(rows, affinities.Precisions.Length);
        for (int i = 0; i < rows; i++)
        {
            double[] weights = Weights(graph.Distances(i), affinities.Precisions[i]);
            double entropy = -weights.Where(p => p > 0).Sum(p => p * Math.Log(p));
            Assert.Equal(Math.Log(perplexity), entropy, 1e-9);
            Assert.Equal(1, Sum(affinities.Values(i)), 1e-6);
        }
    }

    [Fact]
    public void A_row_holds_the_weights_of_its_neighbors_by_ascending_column()
    {
        NeighborGraph graph = NeighborGraph.Build(Clouds.Normal(300, 4), 24);
        Affinities affinities = Affinities.FromPerplexity(graph, 8, AffinityForm.Row);
        for (int i = 0; i < graph.Count; i++)
        {
            double[] weights = Weights(graph.Distances(i), affinities.Precisions[i]);
            int[] neighbors = graph.Neighbors(i).ToArray();
            (int Column, double Value)[] expected = [.. neighbors.Zip(weights).OrderBy(entry => entry.First)];
            Assert.Equal([.. expected.Select(entry => entry.Column)], affinities.Neighbors(i).ToArray());
            Assert.Equal([.. expected.Select(entry => (float)entry.Value)], affinities.Values(i).ToArray(), (a, b) => Math.Abs(a - b) <= 1e-6 * a);
        }
    }

    [Theory]
    [InlineData(250, 15)]
    [InlineData(40, 39)]
    public void Joint_affinities_are_the_mean_of_both_directions(int rows, int k)
    {
        NeighborGraph graph = NeighborGraph.Build(Clouds.Normal(rows, 6), k);
        double[,] conditional = Dense(Affinities.FromPerplexity(graph, 5, AffinityForm.Row));
        Affinities joint = Affinities.FromPerplexity(graph, 5);
        double[,] dense = Dense(joint);
        int entries = 0;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < rows; j++)
            {
                float expected = (float)((conditional[i, j] + conditional[j, i]) / (2.0 * rows));
                expected = float.IsNormal(expected) ? expected : 0;
                Assert.Equal(expected, dense[i, j]);
                Assert.Equal(dense[i, j], dense[j, i]);
                entries += expected > 0 ? 1 : 0;
            }
        }

        Assert.Equal(AffinityForm.Joint, joint.Form);
        Assert.Equal(entries, joint.EntryCount);
        AssertWellFormed(joint);
    }

    [Theory]
    [InlineData(1e-12f)]
    [InlineData(1e12f)]
    public void Units_do_not_matter(float unit)
    {
        Matrix data = Clouds.Normal(400, 6);
        Affinities plain = Of(data);
        Affinities scaled = Of(Clouds.Map(data, value => value * unit));
        double difference = 0;
        for (int i = 0; i < data.Rows; i++)
        {
            Assert.Equal(plain.Neighbors(i).ToArray(), scaled.Neighbors(i).ToArray());
            difference += plain.Values(i).ToArray().Zip(scaled.Values(i).ToArray(), (p, q) => Math.Abs((double)p - q)).Sum();
            Assert.Equal(plain.Precisions[i], scaled.Precisions[i] * unit * unit, 1e-5 * plain.Precisions[i]);
        }

        Assert.InRange(difference, 0, 1e-6);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(40)]
    public void A_power_of_two_changes_no_bit(int exponent)
    {
        Matrix data = Clouds.Normal(400, 6);
        AssertSame(Of(data), Of(Clouds.Map(data, value => MathF.ScaleB(value, exponent))));
    }

    [Fact]
    public void The_bits_do_not_depend_on_the_threads()
    {
        NeighborGraph graph = NeighborGraph.Build(Clouds.Normal(900, 8), 30);
        Affinities one = Affinities.FromPerplexity(graph, 10, threads: 1);
        AssertSame(one, Affinities.FromPerplexity(graph, 10, threads: 2));
        AssertSame(one, Affinities.FromPerplexity(graph, 10, threads: 8));
    }

    [Fact]
    public void Affinities_follow_a_permutation_of_the_rows() =>
        Prop.ForAll(
            (from n in Gen.Choose(20, 150) from seed in Gen.Choose(0, 1_000_000) select (n, seed)).ToArbitrary(),
            sample =>
            {
                Matrix data = Clouds.Normal(sample.n, 5, sample.seed);
                int[] order = Clouds.Shuffle(sample.n, sample.seed + 1);
                double[,] plain = Dense(Of(data));
                double[,] permuted = Dense(Of(Clouds.Reorder(data, order)));
                return Enumerable.Range(0, sample.n).All(i => Enumerable.Range(0, sample.n).All(j => permuted[i, j] == plain[order[i], order[j]]));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Equal_rows_share_the_affinity_and_are_flagged()
    {
        NeighborGraph graph = NeighborGraph.Build(Matrix.Create(50, 3, (_, row) => row.Fill(1.7f)), 9);
        Affinities affinities = Affinities.FromPerplexity(graph, 3, AffinityForm.Row);
        Assert.Equal(50, affinities.TiedCount);
        Assert.Equal(Enumerable.Repeat(1f / 9, 9), affinities.Values(7).ToArray());
        Assert.Equal(0, affinities.Precisions[7]);
        Assert.Equal("D205", Assert.Single(affinities.Warnings()).Code);
        AssertWellFormed(Affinities.FromPerplexity(graph, 3));
    }

    [Fact]
    public void More_ties_than_the_perplexity_share_it_among_themselves()
    {
        Matrix loose = Clouds.Normal(100, 3);
        Matrix data = Matrix.Create(100, 3, (i, row) =>
        {
            loose.Row(i).CopyTo(row);
            row.Fill(i < 8 ? 100 : row[0]);
        });
        Affinities affinities = Affinities.FromPerplexity(NeighborGraph.Build(data, 15), 5, AffinityForm.Row);
        Assert.Equal(8, affinities.TiedCount);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], affinities.Neighbors(0).ToArray());
        Assert.Equal(Enumerable.Repeat(1f / 7, 7), affinities.Values(0).ToArray());
    }

    [Fact]
    public void Extreme_ranges_of_distance_end_in_finite_rows()
    {
        Matrix data = Matrix.Create(40, 1, (i, row) => row[0] = MathF.ScaleB(1, (6 * i) - 120));
        Affinities affinities = Affinities.FromPerplexity(NeighborGraph.Build(data, 12), 4);
        Assert.Equal(0, affinities.MissedCount);
        AssertWellFormed(affinities);
    }

    [Fact]
    public void Uniform_affinities_give_every_neighbor_the_same()
    {
        Affinities affinities = Affinities.Uniform(NeighborGraph.Build(Clouds.Normal(5, 2), 4));
        Assert.All(Enumerable.Range(0, 5), i => Assert.All(affinities.Values(i).ToArray(), p => Assert.Equal(0.05f, p)));
        Assert.True(affinities.Precisions.IsEmpty);
        AssertWellFormed(affinities);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_smallest_data_are_defined(int rows)
    {
        Affinities affinities = Affinities.Uniform(NeighborGraph.Build(Clouds.Normal(rows, 2), 9));
        Assert.Equal(rows, affinities.Count);
        Assert.Equal(rows < 2 ? 0 : 2, affinities.EntryCount);
    }

    [Fact]
    public void A_perplexity_that_the_graph_cannot_bear_is_refused()
    {
        NeighborGraph graph = NeighborGraph.Build(Clouds.Normal(100, 2), 10);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Affinities.FromPerplexity(graph, 10));
        Assert.Contains("30 neighbours", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Affinities.FromPerplexity(graph, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Affinities.FromPerplexity(graph, double.NaN));
    }

    private static Affinities Of(Matrix data) => Affinities.FromPerplexity(NeighborGraph.Build(data, Math.Min(15, data.Rows - 1)), 5);

    private static double[] Weights(ReadOnlySpan<float> distances, double precision)
    {
        double nearest = (double)distances[0] * distances[0];
        double[] weights = Array.ConvertAll(distances.ToArray(), r => Math.Exp(-precision * (((double)r * r) - nearest)));
        double sum = weights.Sum();
        return Array.ConvertAll(weights, w => w / sum);
    }

    private static double Sum(ReadOnlySpan<float> values) => values.ToArray().Sum(value => (double)value);

    private static double[,] Dense(Affinities affinities)
    {
        double[,] dense = new double[affinities.Count, affinities.Count];
        for (int i = 0; i < affinities.Count; i++)
        {
            for (int entry = 0; entry < affinities.Neighbors(i).Length; entry++)
            {
                dense[i, affinities.Neighbors(i)[entry]] = affinities.Values(i)[entry];
            }
        }

        return dense;
    }

    private static void AssertWellFormed(Affinities joint)
    {
        double sum = 0;
        for (int i = 0; i < joint.Count; i++)
        {
            int[] columns = joint.Neighbors(i).ToArray();
            Assert.NotEmpty(columns);
            Assert.DoesNotContain(i, columns);
            Assert.Equal([.. columns.Distinct().Order()], columns);
            Assert.All(joint.Values(i).ToArray(), p => Assert.True(p > 0 && float.IsNormal(p)));
            sum += Sum(joint.Values(i));
        }

        Assert.Equal(1, sum, 1e-6);
    }

    private static void AssertSame(Affinities expected, Affinities actual)
    {
        Assert.Equal(expected.EntryCount, actual.EntryCount);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected.Neighbors(i).ToArray(), actual.Neighbors(i).ToArray());
            Assert.Equal(expected.Values(i).ToArray(), actual.Values(i).ToArray());
        }
    }
}
