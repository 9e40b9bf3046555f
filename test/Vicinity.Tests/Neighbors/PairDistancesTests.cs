using Xunit;

namespace Vicinity.Tests;

public sealed class PairDistancesTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(17, 5)]
    [InlineData(130, 40)]
    public void Distances_are_those_of_the_definition_and_symmetric(int count, int columns)
    {
        Matrix data = Clouds.Normal(count, columns);
        PairMatrix table = PairDistances.Build(data, 2, default);
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(Coordinates.PaddedLength(count), table.Row(i).Length);
            Assert.All(table.Row(i)[count..].ToArray(), padding => Assert.Equal(0, padding));
            for (int j = 0; j < count; j++)
            {
                float expected = (float)BruteForce.Distance(data.Row(i), data.Row(j));
                Assert.Equal(expected, table.Row(i)[j], 2e-7f * expected);
                Assert.Equal(table.Row(j)[i], table.Row(i)[j]);
            }
        }
    }

    [Fact]
    public void The_bits_do_not_depend_on_the_threads()
    {
        Matrix data = Clouds.Normal(200, 9);
        Assert.Equal(Values(PairDistances.Build(data, 1, default)), Values(PairDistances.Build(data, 4, default)));
        Assert.Equal(Values(PairDistances.ToFarShares(PairDistances.Build(data, 1, default), 1)), Values(PairDistances.ToFarShares(PairDistances.Build(data, 4, default), 4)));
        Assert.Equal(Values(GeodesicDistances.Build(data, 5, 1, default)), Values(GeodesicDistances.Build(data, 5, 4, default)));
    }

    [Fact]
    public void Shares_are_shares()
    {
        Matrix data = Clouds.Normal(30, 4);
        PairMatrix r = PairDistances.Build(data, 1, default);
        PairMatrix shares = PairDistances.ToShares(PairDistances.Build(data, 2, default), 2);
        PairMatrix far = PairDistances.ToFarShares(PairDistances.Build(data, 2, default), 2);
        double total = 0;
        double farTotal = 0;
        ForEachPair(30, (i, j) => (total, farTotal) = (total + (2 * r.Row(i)[j]), farTotal + 2 + (2.0 * r.Row(i)[j] * r.Row(i)[j])));
        ForEachPair(30, (i, j) =>
        {
            Assert.Equal(r.Row(i)[j] / total, shares.Row(i)[j], 1e-9);
            Assert.Equal((1 + ((double)r.Row(i)[j] * r.Row(i)[j])) / farTotal, far.Row(i)[j], 1e-9);
        });
        Assert.Equal(1, Total(shares), 1e-6);
        Assert.Equal(1, Total(far), 1e-6);
        Assert.Equal(0, far.Row(3)[3]);
        PairMatrix rows = PairDistances.ToRowShares(PairDistances.Build(data, 2, default), 2);
        Assert.All(Enumerable.Range(0, 30), i => Assert.Equal(1, rows.Row(i).ToArray().Sum(share => (double)share), 1e-6));
        Assert.Equal(r.Row(4)[7] / r.Row(4).ToArray().Sum(value => (double)value), rows.Row(4)[7], 1e-7);
    }

    [Fact]
    public void Points_that_are_all_alike_have_equal_shares()
    {
        Matrix data = Matrix.Create(5, 2, (_, row) => row.Fill(3));
        PairMatrix shares = PairDistances.ToShares(PairDistances.Build(data, 1, default), 1);
        PairMatrix rows = PairDistances.ToRowShares(PairDistances.Build(data, 1, default), 1);
        ForEachPair(5, (i, j) => Assert.Equal((0.05f, 0.25f), (shares.Row(i)[j], rows.Row(i)[j])));
        Assert.Equal(0, shares.Row(2)[2]);
    }

    [Fact]
    public void More_points_than_memory_holds_pairs_of_are_refused()
    {
        string message = Assert.Throws<ArgumentException>(() => new PairMatrix(PairMatrix.MostPoints + 1)).Message;
        Assert.Contains("40001 points needs 6.4 GB", message, StringComparison.Ordinal);
        Assert.Contains("40000", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, 3)]
    [InlineData(25, 1)]
    [InlineData(6, 15)]
    public void Geodesic_distances_are_shortest_paths(int count, int neighbors)
    {
        Matrix data = Clouds.Normal(count, 2, 5);
        double[,] expected = FloydWarshall(data, neighbors);
        PairMatrix table = GeodesicDistances.Build(data, neighbors, 2, default);
        int longer = 0;
        ForEachPair(count, (i, j) =>
        {
            double direct = BruteForce.Distance(data.Row(i), data.Row(j));
            double length = double.IsFinite(expected[i, j]) ? expected[i, j] : direct;
            Assert.Equal(length, table.Row(i)[j], 1e-6 * length);
            Assert.Equal(table.Row(j)[i], table.Row(i)[j]);
            longer += length > 1.01 * direct ? 1 : 0;
        });
        Assert.Equal(neighbors < count, longer > 0);
    }

    [Fact]
    public void Groups_without_a_path_keep_their_direct_distance()
    {
        Matrix data = Matrix.Create(8, 1, (i, row) => row[0] = i < 4 ? i : 1000 + (i * i));
        PairMatrix table = GeodesicDistances.Build(data, 1, 1, default);
        Assert.Equal(1000 + 49 - 0, table.Row(0)[7]);
        Assert.Equal(3, table.Row(0)[3]);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(1e-9)]
    public void Beyond_the_ball_is_beyond_the_share_of_all_pairs(double share)
    {
        Matrix data = Clouds.Whole(23, 3, 4);
        double[] sorted = [.. Pairs(23).Select(pair => (double)(float)BruteForce.Distance(data.Row(pair.I), data.Row(pair.J))).Order()];
        double radius = sorted[Math.Max(1, (int)Math.Round(share * sorted.Length, MidpointRounding.ToEven)) - 1];
        PairMatrix table = NearPairs.MarkBeyondBall(PairDistances.Build(data, 1, default), share);
        ForEachPair(23, (i, j) =>
        {
            double r = (float)BruteForce.Distance(data.Row(i), data.Row(j));
            Assert.Equal(r <= radius ? r : -r, table.Row(i)[j], 1e-6);
        });
    }

    [Fact]
    public void Halves_of_the_rank_are_rounded_to_even()
    {
        // Five points on a line at 0, 1, 3, 7, 15: distances 1, 2, 3, 4, 6, 7, 8, 12, 14, 15; ranks 2.5 and 3.5 become 2 and 4.
        Matrix data = Matrix.Create(5, 1, (i, row) => row[0] = (1 << i) - 1);
        Assert.Equal(2 * 2, NearCount(NearPairs.MarkBeyondBall(PairDistances.Build(data, 1, default), 0.25)));
        Assert.Equal(2 * 4, NearCount(NearPairs.MarkBeyondBall(PairDistances.Build(data, 1, default), 0.35)));
    }

    [Fact]
    public void Beyond_the_neighbors_are_pairs_that_do_not_name_each_other()
    {
        Matrix data = Clouds.Normal(40, 3);
        PairMatrix table = NearPairs.MarkBeyondNeighbors(PairDistances.Build(data, 1, default), NeighborGraph.Build(data, 4));
        ForEachPair(40, (i, j) =>
        {
            bool near = Names(data, i, j, 4) || Names(data, j, i, 4);
            float r = (float)BruteForce.Distance(data.Row(i), data.Row(j));
            Assert.Equal(near ? r : -r, table.Row(i)[j], 1e-6f);
        });
        Assert.Equal(0, table.Row(11)[11]);
    }

    [Fact]
    public void A_far_duplicate_has_a_sign_and_a_near_one_is_at_zero()
    {
        Matrix data = Matrix.Create(6, 2, (_, row) => row.Fill(1));
        PairMatrix table = NearPairs.MarkBeyondNeighbors(PairDistances.Build(data, 1, default), NeighborGraph.Build(data, 1));
        Assert.Equal(0, table.Row(0)[1]);
        Assert.False(float.IsNegative(table.Row(0)[1]));
        Assert.InRange(table.Row(3)[4], -1e-37f, -1e-38f);
    }

    private static float[] Values(PairMatrix table) => [.. Enumerable.Range(0, table.Count).SelectMany(i => table.Row(i).ToArray())];

    private static double Total(PairMatrix table) => Values(table).Sum(value => (double)value);

    private static bool Names(Matrix data, int i, int j, int k) => BruteForce.Neighbors(data, i, k).Any(neighbor => neighbor.Index == j);

    private static int NearCount(PairMatrix table) => Values(table).Count(r => r > 0);

    private static IEnumerable<(int I, int J)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(i + 1, count - i - 1).Select(j => (i, j)));

    private static void ForEachPair(int count, Action<int, int> visit)
    {
        foreach ((int i, int j) in Pairs(count))
        {
            visit(i, j);
        }
    }

    private static double[,] FloydWarshall(Matrix data, int neighbors)
    {
        int n = data.Rows;
        double[,] paths = new double[n, n];
        ForEachPair(n, (i, j) => paths[i, j] = paths[j, i] =
            Names(data, i, j, neighbors) || Names(data, j, i, neighbors) ? BruteForce.Distance(data.Row(i), data.Row(j)) : double.PositiveInfinity);
        for (int via = 0; via < n; via++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    paths[i, j] = Math.Min(paths[i, j], paths[i, via] + paths[via, j]);
                }
            }
        }

        return paths;
    }
}
