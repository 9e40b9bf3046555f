using Xunit;

namespace Vicinity.Tests;

/// <summary>The two directions of pairs as one, by the definition, over more rows than one piece holds.</summary>
public sealed class SymmetrizationTests
{
    private const int K = 5;

    [Theory]
    [InlineData(7)]
    [InlineData(2000)]
    [InlineData(20_000)]
    public void The_joint_form_is_that_of_the_definition(int count)
    {
        (NeighborGraph graph, RowPieces<float> weights) = Random(count);
        Dictionary<(int, int), double> expected = [];
        for (int i = 0; i < count; i++)
        {
            for (int k = 0; k < K; k++)
            {
                int j = graph.Neighbors(i)[k];
                expected[(i, j)] = expected.GetValueOrDefault((i, j)) + (weights.Row(i)[k] * 0.5 / count);
                expected[(j, i)] = expected.GetValueOrDefault((j, i)) + (weights.Row(i)[k] * 0.5 / count);
            }
        }

        SparseRows joint = Symmetrization.Merge(graph, weights, AffinitySymmetry.Average, 1.0 / count, release: true, 2, default);
        Assert.Equal(expected.Count(entry => entry.Value > 0), joint.EntryCount);
        for (int i = 0; i < count; i++)
        {
            int[] columns = joint.RowColumns(i).ToArray();
            Assert.Equal(columns.Order(), columns);
            for (int k = 0; k < columns.Length; k++)
            {
                Assert.Equal((float)expected[(i, columns[k])], joint.RowValues(i)[k]);
            }
        }
    }

    [Fact]
    public void Neither_threads_nor_the_order_of_the_points_leave_a_trace()
    {
        SparseRows one = Joint(1, []);
        SparseRows eight = Joint(8, Clouds.Shuffle(3000, 4));
        Assert.All(Enumerable.Range(0, 3000), i =>
        {
            Assert.Equal(one.RowColumns(i), eight.RowColumns(i));
            Assert.Equal(one.RowValues(i), eight.RowValues(i));
        });
    }

    [Theory]
    [InlineData(AffinityForm.Joint, InputKernel.Gaussian)]
    [InlineData(AffinityForm.Conditional, InputKernel.Gaussian)]
    [InlineData(AffinityForm.RowSymmetricRow, InputKernel.Exponential)]
    [InlineData(AffinityForm.Raw, InputKernel.SmoothNearest)]
    public void A_consumed_graph_gives_the_same_affinities(AffinityForm form, InputKernel kernel)
    {
        Matrix data = Clouds.Normal(500, 6);
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(5, 15, 500);
        AffinityRecipe recipe = new() { Form = form, Kernel = kernel };
        Affinities kept = AffinitySchedule.Build(NeighborGraph.Build(data, 15), resolved, recipe, consume: false, 2, default).At(0, default);
        Affinities consumed = AffinitySchedule.Build(NeighborGraph.Build(data, 15), resolved, recipe, consume: true, 2, default).At(0, default);
        Assert.All(Enumerable.Range(0, 500), i =>
        {
            Assert.Equal(kept.Neighbors(i), consumed.Neighbors(i));
            Assert.Equal(kept.Values(i), consumed.Values(i));
        });
    }

    [Theory]
    [InlineData(AffinitySymmetry.FuzzyUnion)]
    [InlineData(AffinitySymmetry.Mutual)]
    [InlineData(AffinitySymmetry.None)]
    public void Every_symmetry_combines_a_pair_with_0_where_a_direction_is_missing(AffinitySymmetry symmetry)
    {
        const int Count = 20_000;
        (NeighborGraph graph, RowPieces<float> weights) = Random(Count);
        Dictionary<(int, int), double> given = [];
        for (int i = 0; i < Count; i++)
        {
            for (int k = 0; k < K; k++)
            {
                given[(i, graph.Neighbors(i)[k])] = weights.Row(i)[k];
            }
        }

        SparseRows merged = Symmetrization.Merge(graph, weights, symmetry, 0.25, release: false, 2, default);
        Dictionary<(int, int), float> expected = [];
        foreach ((int i, int j) in given.Keys.Concat(given.Keys.Select(pair => (pair.Item2, pair.Item1))))
        {
            double forward = given.GetValueOrDefault((i, j));
            double backward = given.GetValueOrDefault((j, i));
            expected[(i, j)] = (float)(0.25 * (symmetry switch
            {
                AffinitySymmetry.FuzzyUnion => forward + backward - (forward * backward),
                AffinitySymmetry.Mutual => Math.Sqrt(forward * backward),
                _ => forward,
            }));
        }

        Assert.Equal(expected.Count(entry => entry.Value > 0), merged.EntryCount);
        AssertEntries(expected, merged);
        SparseRows transposed = merged.Transpose();
        Assert.Equal(merged.EntryCount, transposed.EntryCount);
        AssertEntries(expected.ToDictionary(entry => (entry.Key.Item2, entry.Key.Item1), entry => entry.Value), transposed);
    }

    private static void AssertEntries(Dictionary<(int, int), float> expected, SparseRows rows)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            int[] columns = rows.RowColumns(i).ToArray();
            Assert.Equal(columns.Order(), columns);
            for (int k = 0; k < columns.Length; k++)
            {
                Assert.Equal(expected[(i, columns[k])], rows.RowValues(i)[k]);
            }
        }
    }

    private static SparseRows Joint(int threads, int[] order)
    {
        (NeighborGraph graph, RowPieces<float> weights) = Random(3000);
        NeighborGraph ordered = new(graph.Count, K, graph.NeighborRows, graph.DistanceRows, NeighborMethod.Exact, 1) { LocalOrder = order };
        return Symmetrization.Merge(ordered, weights, AffinitySymmetry.Average, 1.0 / graph.Count, release: false, threads, default);
    }

    /// <summary>Five others for every point, half of them near in number, so that many pairs are mutual; some weights are 0.</summary>
    private static (NeighborGraph Graph, RowPieces<float> Weights) Random(int count)
    {
        SeededRandom random = new(count);
        RowPieces<int> neighbors = new(count, K);
        RowPieces<float> weights = new(count, K);
        for (int i = 0; i < count; i++)
        {
            HashSet<int> chosen = [];
            while (chosen.Count < K)
            {
                int j = random.NextInt(2) == 0 ? random.NextInt(count) : (i + random.NextInt(4) + count - 2) % count;
                _ = j != i && chosen.Add(j);
            }

            int[] row = [.. chosen];
            row.CopyTo(neighbors.Row(i));
            for (int k = 0; k < K; k++)
            {
                weights.Row(i)[k] = Math.Max(0, (float)random.NextDouble() - 0.2f);
            }
        }

        return (new(count, K, neighbors, new(count, K), NeighborMethod.Exact, 1), weights);
    }
}
