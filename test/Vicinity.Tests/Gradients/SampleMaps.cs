namespace Vicinity.Tests;

/// <summary>Maps of ten round groups, and affinities of points that lie like them.</summary>
internal static class SampleMaps
{
    /// <summary>Points i, i + 10, i + 20 ... form a group.</summary>
    public static Coordinates Groups(int count, int dimensions, double span, int seed = 5)
    {
        SeededRandom random = new(seed);
        double[] centers = [.. Enumerable.Range(0, 30).Select(_ => (random.NextDouble() - 0.5) * span * 0.8)];
        Coordinates positions = new(count, dimensions);
        for (int i = 0; i < count; i++)
        {
            for (int d = 0; d < dimensions; d++)
            {
                positions.Axis(d)[i] = (float)(centers[(3 * (i % 10)) + d] + (random.NextNormal() * span * 0.04));
            }
        }

        return positions;
    }

    public static Affinities Neighbors(int count, AffinityForm form, int neighbors = 12) =>
        Affinities.Uniform(NeighborGraph.Build(Groups(count, 3, 10, 1).ToMatrix(), neighbors, threads: 1), form, 1);
}
