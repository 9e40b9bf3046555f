using Xunit;

namespace Vicinity.Tests;

public sealed class NearestAffinitiesTests
{
    private static readonly Affinities All = Affinities.FromPerplexity(NeighborGraph.Build(Clouds.Normal(200, 4), 60), 20);

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    public void They_are_the_largest_of_every_row_as_one_distribution(int neighbors)
    {
        Affinities few = All.Nearest(neighbors, 2);
        double[,] expected = Expected(neighbors);
        double[,] actual = SampleAffinities.Dense(few);
        for (int i = 0; i < All.Count; i++)
        {
            for (int j = 0; j < All.Count; j++)
            {
                Assert.Equal(expected[i, j], actual[i, j], 1e-8);
            }
        }

        Assert.Equal(1, actual.Cast<double>().Sum(), 5);
    }

    [Fact]
    public void A_row_of_fewer_keeps_them_all()
    {
        Affinities sparse = Affinities.Uniform(NeighborGraph.Build(Clouds.Normal(50, 2), 2));
        Affinities few = sparse.Nearest(3, 1);
        Assert.All(Enumerable.Range(0, 50), i => Assert.Subset(new HashSet<int>(sparse.Neighbors(i).ToArray()), new HashSet<int>(few.Neighbors(i).ToArray())));
    }

    [Fact]
    public void More_than_there_are_or_rows_of_their_own_stay_as_they_are()
    {
        Assert.Same(All, All.Nearest(200, 1));
        Affinities rows = Affinities.FromPerplexity(NeighborGraph.Build(Clouds.Normal(100, 4), 60), 20, AffinityForm.Row);
        Assert.Same(rows, rows.Nearest(5, 1));
    }

    [Fact]
    public void Cores_do_not_matter()
    {
        (Affinities one, Affinities two) = (All.Nearest(15, 1), All.Nearest(15, 2));
        Assert.All(Enumerable.Range(0, All.Count), i => Assert.Equal(one.Values(i).ToArray(), two.Values(i).ToArray()));
    }

    private static double[,] Expected(int neighbors)
    {
        double[,] expected = new double[All.Count, All.Count];
        for (int i = 0; i < All.Count; i++)
        {
            int[] columns = All.Neighbors(i).ToArray();
            float[] values = All.Values(i).ToArray();
            int[] best = [.. Enumerable.Range(0, values.Length).OrderByDescending(k => values[k]).Take(neighbors)];
            double sum = best.Sum(k => (double)values[k]);
            foreach (int k in best)
            {
                expected[i, columns[k]] += values[k] / sum / (2.0 * All.Count);
                expected[columns[k], i] += values[k] / sum / (2.0 * All.Count);
            }
        }

        return expected;
    }
}
