using Xunit;

namespace Vicinity.Tests;

/// <summary>The definition of nearest neighbours, in double, by sorting all others by (distance, index).</summary>
internal static class BruteForce
{
    public static (int Index, double Distance)[] Neighbors(Matrix data, int point, int k) =>
        [.. Enumerable.Range(0, data.Rows)
            .Where(j => j != point)
            .Select(j => (Index: j, Distance: Distance(data.Row(point), data.Row(j))))
            .OrderBy(other => other.Distance).ThenBy(other => other.Index)
            .Take(k)];

    public static double Distance(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        double sum = 0;
        for (int d = 0; d < x.Length; d++)
        {
            sum += ((double)x[d] - y[d]) * ((double)x[d] - y[d]);
        }

        return Math.Sqrt(sum);
    }

    public static void AssertEqual(Matrix data, NeighborGraph graph)
    {
        for (int i = 0; i < data.Rows; i++)
        {
            (int Index, double Distance)[] expected = Neighbors(data, i, graph.NeighborsPerPoint);
            Assert.Equal([.. expected.Select(other => other.Index)], graph.Neighbors(i).ToArray());
            Assert.Equal([.. expected.Select(other => (float)other.Distance)], graph.Distances(i).ToArray(), Close);
        }
    }

    /// <summary>The share of true neighbours in a graph, over some of its points.</summary>
    public static double Recall(Matrix data, NeighborGraph graph, int every)
    {
        int[] points = [.. Enumerable.Range(0, data.Rows).Where(i => i % every == 0)];
        int kept = points.Sum(i => Neighbors(data, i, graph.NeighborsPerPoint).Select(other => other.Index).Intersect(graph.Neighbors(i).ToArray()).Count());
        return (double)kept / (points.Length * graph.NeighborsPerPoint);
    }

    private static bool Close(float expected, float actual) => MathF.Abs(expected - actual) <= 2e-7f * expected;
}
