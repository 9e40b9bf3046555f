using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Vicinity.Tests;

public sealed class NeighborGraphTests
{
    [Fact]
    public void Every_small_size_agrees_with_brute_force()
    {
        for (int n = 0; n <= 67; n++)
        {
            Matrix data = Clouds.Normal(n, 1 + (n % 9), seed: n);
            foreach (int k in new[] { 0, 1, 5, 20, n - 2, n - 1, n + 3 }.Where(k => k >= 0))
            {
                NeighborGraph graph = NeighborGraph.Build(data, k);
                Assert.Equal(n, graph.Count);
                Assert.Equal(Math.Max(0, Math.Min(k, n - 1)), graph.NeighborsPerPoint);
                BruteForce.AssertEqual(data, graph);
            }
        }
    }

    [Fact]
    public void Every_small_dimension_agrees_with_brute_force()
    {
        for (int columns = 1; columns <= 67; columns++)
        {
            Matrix data = Clouds.Normal(150, columns, seed: columns);
            BruteForce.AssertEqual(data, NeighborGraph.Build(data, 12));
        }
    }

    [Theory]
    [InlineData(700, 3, 90)]
    [InlineData(400, 784, 30)]
    [InlineData(300, 1024, 10)]
    [InlineData(200, 1025, 10)]
    [InlineData(130, 5000, 10)]
    public void Larger_data_agree_with_brute_force(int rows, int columns, int k)
    {
        Matrix data = Clouds.Normal(rows, columns);
        BruteForce.AssertEqual(data, NeighborGraph.Build(data, k));
    }

    [Theory]
    [InlineData(600, 2, 4, 10)]
    [InlineData(900, 6, 2, 5)]
    [InlineData(500, 64, 17, 90)]
    [InlineData(400, 300, 256, 20)]
    public void Exact_ties_of_whole_numbers_go_to_the_lowest_index(int rows, int columns, int levels, int k)
    {
        Matrix data = Clouds.Whole(rows, columns, levels);
        BruteForce.AssertEqual(data, NeighborGraph.Build(data, k));
    }

    [Fact]
    public void Equidistant_points_have_the_first_points_as_neighbors()
    {
        Matrix data = Matrix.Create(300, 300, (i, row) => row[i] = 1);
        BruteForce.AssertEqual(data, NeighborGraph.Build(data, 7));
    }

    [Fact]
    public void Ties_that_float_sums_cannot_see_are_decided_exactly()
    {
        // Tenths are no lattice, so the float pass has rounding errors; duplicated coordinates make the exact distances equal.
        Matrix whole = Clouds.Whole(500, 3, 3);
        Matrix data = Clouds.Map(whole, value => (value * 0.1f) + 7.3f);
        BruteForce.AssertEqual(data, NeighborGraph.Build(data, 6));
    }

    [Theory]
    [InlineData(5, 0.37f)]
    [InlineData(5, 3f)]
    [InlineData(40, 0.37f)]
    public void Crowds_of_duplicates_are_found_in_the_order_of_their_index(int k, float value)
    {
        Matrix loose = Clouds.Normal(600, 20);
        Matrix data = Matrix.Create(600, 20, (i, row) =>
        {
            if (i % 3 == 0)
            {
                row.Fill(value);
            }
            else
            {
                loose.Row(i).CopyTo(row);
            }
        });
        NeighborGraph graph = NeighborGraph.Build(data, k);
        BruteForce.AssertEqual(data, graph);
        Assert.Equal([.. Enumerable.Range(1, k).Select(m => 3 * m)], graph.Neighbors(0).ToArray());
    }

    [Fact]
    public void Equal_rows_have_the_first_rows_as_neighbors_but_never_themselves()
    {
        Matrix data = Matrix.Create(500, 7, (_, row) => row.Fill(0.1f));
        NeighborGraph graph = NeighborGraph.Build(data, 4);
        Assert.Equal([0, 1, 3, 4], graph.Neighbors(2).ToArray());
        Assert.Equal([0, 1, 2, 3], graph.Neighbors(499).ToArray());
        Assert.Equal(new float[4], graph.Distances(17).ToArray());
    }

    [Fact]
    public void A_shift_by_ten_thousand_spreads_changes_no_neighbor()
    {
        // Multiples of 1/256 below 4 stay exact beside 40,000.
        Matrix data = Clouds.Map(Clouds.Normal(400, 30), value => MathF.Round(value * 32) / 256);
        Matrix shifted = Clouds.Map(data, value => value + 40_000);
        AssertSame(NeighborGraph.Build(data, 20), NeighborGraph.Build(shifted, 20));
        BruteForce.AssertEqual(shifted, NeighborGraph.Build(shifted, 20));
    }

    [Theory]
    [InlineData(1e-12f)]
    [InlineData(1e-30f)]
    [InlineData(1e12f)]
    [InlineData(1e30f)]
    public void Units_do_not_matter(float unit)
    {
        Matrix data = Clouds.Map(Clouds.Normal(300, 10), value => value * unit);
        BruteForce.AssertEqual(data, NeighborGraph.Build(data, 15));
    }

    [Theory]
    [InlineData(400, 10, 6)]
    [InlineData(700, 3, 20)]
    public void Clusters_far_smaller_than_their_separation_are_resolved(int rows, int columns, int k)
    {
        // Differences inside a cluster are below the rounding errors of float sums: only the error bounds keep the true neighbours in.
        Matrix noise = Clouds.Normal(rows, columns);
        Matrix data = Matrix.Create(rows, columns, (i, row) =>
        {
            for (int d = 0; d < columns; d++)
            {
                row[d] = (i % 2 == 0 ? 100 : -100) + (0.001f * noise[i, d]);
            }
        });
        BruteForce.AssertEqual(data, NeighborGraph.Build(data, k));
    }

    [Fact]
    public void A_far_outlier_disturbs_nobody()
    {
        Matrix data = Clouds.Normal(300, 10);
        Matrix withOutlier = Matrix.Create(301, 10, (i, row) =>
        {
            if (i == 150)
            {
                row.Fill(1e9f);
            }
            else
            {
                data.Row(i < 150 ? i : i - 1).CopyTo(row);
            }
        });
        BruteForce.AssertEqual(withOutlier, NeighborGraph.Build(withOutlier, 15));
    }

    [Fact]
    public void The_bits_do_not_depend_on_the_threads()
    {
        Matrix data = Clouds.Normal(1500, 40);
        NeighborGraph one = NeighborGraph.Build(data, 30, threads: 1);
        AssertSame(one, NeighborGraph.Build(data, 30, threads: 2));
        AssertSame(one, NeighborGraph.Build(data, 30, threads: 8));
    }

    [Fact]
    public void Neighbors_follow_a_permutation_of_the_rows() =>
        Prop.ForAll(
            (from n in Gen.Choose(3, 250) from columns in Gen.Choose(1, 40) from k in Gen.Choose(1, 30) from seed in Gen.Choose(0, 1_000_000) select (n, columns, k, seed)).ToArbitrary(),
            sample =>
            {
                Matrix data = Clouds.Normal(sample.n, sample.columns, sample.seed);
                int[] order = Clouds.Shuffle(sample.n, sample.seed + 1);
                NeighborGraph graph = NeighborGraph.Build(data, sample.k);
                NeighborGraph permuted = NeighborGraph.Build(Clouds.Reorder(data, order), sample.k);
                return Enumerable.Range(0, sample.n).All(i =>
                    graph.Neighbors(order[i]).SequenceEqual(Array.ConvertAll(permuted.Neighbors(i).ToArray(), j => order[j]))
                    && graph.Distances(order[i]).SequenceEqual(permuted.Distances(i)));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void The_input_is_not_changed()
    {
        float[] values = [.. Enumerable.Range(0, 600).Select(v => v * v % 97 * 0.3f)];
        float[] copy = [.. values];
        NeighborGraph.Build(Matrix.Wrap(values, 100, 6), 5);
        Assert.Equal(copy, values);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_named(float value)
    {
        Matrix data = Matrix.Create(2000, 4, (i, row) => row[3] = i == 1234 ? value : i);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => NeighborGraph.Build(data, 5));
        Assert.Contains("row 1234, column 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spread_beyond_float_is_refused()
    {
        Matrix data = Matrix.Create(10, 2, (i, row) => row.Fill(i % 2 == 0 ? 3e38f : -3e38f));
        Assert.Contains("spread", Assert.Throws<ArgumentException>(() => NeighborGraph.Build(data, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_counts_are_refused()
    {
        Matrix data = Clouds.Normal(10, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => NeighborGraph.Build(data, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeighborGraph.Build(data, 3, threads: -1));
    }

    [Fact]
    public void A_cancelled_search_throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => NeighborGraph.Build(Clouds.Normal(500, 5), 10, threads: 2, cancellationToken: source.Token));
    }

    private static void AssertSame(NeighborGraph expected, NeighborGraph actual) => Assert.All(Enumerable.Range(0, expected.Count), i =>
    {
        Assert.Equal(expected.Neighbors(i), actual.Neighbors(i));
        Assert.Equal(expected.Distances(i), actual.Distances(i));
    });
}
