using FsCheck;
using FsCheck.Fluent;
using Vicinity.Cli;
using Xunit;

namespace Vicinity.Tests;

/// <summary>The search in lists: exact whatever is skipped, approximate with the recall that was asked for.</summary>
public sealed class NeighborListsTests
{
    [Theory, Trait("Leg", "Simd")]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void Lists_change_no_bit_of_an_exact_search(int lists)
    {
        Matrix data = Clouds.Normal(900, 12);
        AssertSame(NeighborGraph.Build(data, 25, Exact(1)), NeighborGraph.Build(data, 25, Exact(lists)));
    }

    [Theory]
    [InlineData(1e-3f)]
    [InlineData(1f)]
    [InlineData(30f)]
    public void Skipped_lists_hold_no_neighbor_at_any_spread_of_the_clusters(float deviation)
    {
        Matrix data = Clustered(1500, 8, 12, deviation);
        BruteForce.AssertEqual(data, NeighborGraph.Build(data, 20, Exact(12)));
    }

    [Theory]
    [InlineData(1500, 3, 3, 20)]
    [InlineData(1200, 6, 2, 10)]
    [InlineData(1000, 30, 4, 40)]
    public void Exact_ties_across_lists_go_to_the_lowest_index(int rows, int columns, int levels, int k)
    {
        Matrix data = Clouds.Whole(rows, columns, levels);
        BruteForce.AssertEqual(data, NeighborGraph.Build(data, k, Exact(9)));
    }

    [Theory]
    [InlineData(3f)]
    [InlineData(0.37f)]
    public void Duplicates_share_a_list_and_are_found_in_order(float value)
    {
        Matrix loose = Clouds.Normal(1400, 10);
        Matrix data = Matrix.Create(1400, 10, (i, row) =>
        {
            loose.Row(i).CopyTo(row);
            if (i % 2 == 0)
            {
                row.Fill(value);
            }
        });
        BruteForce.AssertEqual(data, NeighborGraph.Build(data, 30, Exact(11)));
    }

    [Fact]
    public void Points_that_are_all_alike_or_all_but_one_are_no_trouble()
    {
        Matrix alike = Matrix.Create(500, 3, (i, row) => row.Fill(i == 77 ? 1e6f : 0.1f));
        BruteForce.AssertEqual(alike, NeighborGraph.Build(alike, 5, Exact(8)));
        BruteForce.AssertEqual(alike, NeighborGraph.Build(alike, 5, new SearchPlan(8, 0.9)));
    }

    [Fact]
    public void A_far_outlier_blinds_no_skip()
    {
        Matrix near = Clustered(800, 6, 5, 0.2f);
        Matrix data = Matrix.Create(801, 6, (i, row) =>
        {
            near.Row(Math.Min(i, 799)).CopyTo(row);
            if (i == 800)
            {
                row.Fill(-1e7f);
            }
        });
        BruteForce.AssertEqual(data, NeighborGraph.Build(data, 12, Exact(10)));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.98)]
    public void A_mixture_is_searched_with_the_recall_that_was_asked_for(double recall)
    {
        Matrix data = Clustered(6000, 10, 15, 6f);
        NeighborGraph graph = NeighborGraph.Build(data, 15, new SearchPlan(60, recall));
        Assert.Equal(recall, Assert.IsType<ApproximateNeighbors>(graph.SearchMethod).Recall);
        double measured = BruteForce.Recall(data, graph, every: 13);
        Assert.InRange(measured, recall - 0.02, 0.9999);
        Assert.Equal(measured, graph.Recall, 0.03);
    }

    [Fact]
    public void Noise_without_structure_is_searched_exactly_in_the_end()
    {
        SeededRandom random = new(5);
        Matrix data = Matrix.Create(3000, 40, (_, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = (float)random.NextDouble();
            }
        });
        NeighborGraph graph = NeighborGraph.Build(data, 20, new SearchPlan(50, 0.98));
        Assert.Same(NeighborMethod.Exact, graph.SearchMethod);
        Assert.Equal(1, graph.Recall);
        AssertSame(NeighborGraph.Build(data, 20, Exact(1)), graph);
    }

    [Fact]
    public void Few_points_per_list_still_give_all_neighbors()
    {
        Matrix data = Clustered(2000, 5, 30, 0.01f);
        NeighborGraph graph = NeighborGraph.Build(data, 100, new SearchPlan(200, 0.1));
        Assert.All(Enumerable.Range(0, 2000), i =>
        {
            Assert.Equal(100, graph.Neighbors(i).ToArray().Distinct().Count(j => j != i));
            Assert.Equal(graph.Distances(i).ToArray().Order(), graph.Distances(i).ToArray());
        });
    }

    [Fact]
    public void Digits_are_searched_with_the_default_recall()
    {
        Matrix data = SampleData.Digits().Table!;
        NeighborGraph graph = NeighborGraph.Build(data, 30, new SearchPlan(16, 0.98));
        Assert.InRange(BruteForce.Recall(data, graph, every: 3), 0.97, 1);
        AssertSame(NeighborGraph.Build(data, 30, Exact(1)), NeighborGraph.Build(data, 30, Exact(16)));
    }

    [Fact]
    public void The_bits_of_an_approximate_search_do_not_depend_on_the_threads()
    {
        Matrix data = Clustered(4000, 12, 9, 6f);
        NeighborGraph one = NeighborGraph.Build(data, 20, new SearchPlan(40, 0.9), threads: 1);
        AssertSame(one, NeighborGraph.Build(data, 20, new SearchPlan(40, 0.9), threads: 2));
        AssertSame(one, NeighborGraph.Build(data, 20, new SearchPlan(40, 0.9), threads: 8));
    }

    /// <summary>Tiles have other shapes with narrower vectors; the legs of the test run compare them by one hash, which says nothing by itself.</summary>
    [Fact, Trait("Leg", "Simd")]
    public void Approximate_neighbors_are_the_same_at_every_width()
    {
        Matrix data = Clustered(600, 7, 6, 6f);
        NeighborGraph graph = NeighborGraph.Build(data, 10, new SearchPlan(20, 0.8));
        Assert.False(graph.SearchMethod == NeighborMethod.Exact);
        Assert.Equal(NarrowAndWideHash, Hash(graph));
    }

    /// <summary>But for neighbors that are equally far to the last bit, as in one column now and then: of these the index decides.</summary>
    [Fact]
    public void Neighbors_follow_a_permutation_of_the_rows() =>
        Prop.ForAll(
            (from n in Gen.Choose(60, 400) from columns in Gen.Choose(1, 20) from lists in Gen.Choose(2, 30) from seed in Gen.Choose(0, 1_000_000) select (n, columns, lists, seed)).ToArbitrary(),
            sample =>
            {
                Matrix data = Clouds.Normal(sample.n, sample.columns, sample.seed);
                int[] order = Clouds.Shuffle(sample.n, sample.seed + 1);
                NeighborGraph graph = NeighborGraph.Build(data, 11, Exact(sample.lists));
                NeighborGraph permuted = NeighborGraph.Build(Clouds.Reorder(data, order), 11, Exact(sample.lists));
                return Enumerable.Range(0, sample.n).All(i =>
                    graph.Neighbors(order[i]).ToArray().Zip(permuted.Neighbors(i).ToArray(), (own, other) => own == order[other] || Far(i, own) == Far(i, order[other])).All(same => same)
                    && graph.Distances(order[i]).SequenceEqual(permuted.Distances(i)));

                double Far(int i, int j) => SquaredDistance.Of(data.Row(order[i]), data.Row(j));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Automatic_is_exact_up_to_150000_points_and_says_what_it_was()
    {
        Assert.Equal(1, SearchPlan.For(NeighborMethod.Auto, 150_000).Recall);
        Assert.Equal(0.98, SearchPlan.For(NeighborMethod.Auto, 150_001).Recall);
        Assert.Equal(1, SearchPlan.For(NeighborMethod.Exact, 1_000_000).Recall);
        Assert.Equal(0.5, SearchPlan.For(new ApproximateNeighbors(0.5), 100_000).Recall);
        Assert.Same(NeighborMethod.Exact, NeighborGraph.Build(Clouds.Normal(50, 3), 5).SearchMethod);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_recall_out_of_range_is_refused(double recall) =>
        Assert.Contains("recall", Assert.Throws<ArgumentOutOfRangeException>(() => new ApproximateNeighbors(recall)).Message, StringComparison.Ordinal);

    [Fact]
    public void Too_few_true_neighbors_are_reported()
    {
        NeighborGraph poor = new(2, 1, new(2, 1), new(2, 1), new ApproximateNeighbors(), 0.9);
        Assert.Equal("D112", poor.RecallWarning(NeighborMethod.Auto)?.Code);
        Assert.Equal("D112", poor.RecallWarning(new ApproximateNeighbors(0.95))?.Code);
        Assert.Equal(0.95, poor.RecallWarning(new ApproximateNeighbors(0.9))?.Threshold);
        NeighborGraph fair = new(2, 1, new(2, 1), new(2, 1), new ApproximateNeighbors(), 0.96);
        Assert.Equal("D112", fair.RecallWarning(NeighborMethod.Auto)?.Code);
        Assert.Null(fair.RecallWarning(new ApproximateNeighbors(0.9)));
    }

    private const ulong NarrowAndWideHash = 12019475631808295595;

    private static SearchPlan Exact(int lists) => new(lists, 1);

    private static ulong Hash(NeighborGraph graph)
    {
        ulong hash = 0xcbf29ce484222325;
        for (int i = 0; i < graph.Count; i++)
        {
            foreach (int neighbor in graph.Neighbors(i))
            {
                hash = (hash ^ (uint)neighbor) * 0x100000001b3;
            }
        }

        return hash;
    }

    /// <summary>Gaussian clusters at random places of a cube of width 20.</summary>
    private static Matrix Clustered(int rows, int columns, int clusters, float deviation)
    {
        SeededRandom random = new(3);
        Matrix centers = Matrix.Create(clusters, columns, (_, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = (float)(20 * random.NextDouble());
            }
        });
        return Matrix.Create(rows, columns, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = centers[i % clusters, d] + (deviation * (float)random.NextNormal());
            }
        });
    }

    private static void AssertSame(NeighborGraph expected, NeighborGraph actual) => Assert.All(Enumerable.Range(0, expected.Count), i =>
    {
        Assert.Equal(expected.Neighbors(i), actual.Neighbors(i));
        Assert.Equal(expected.Distances(i), actual.Distances(i));
    });
}
