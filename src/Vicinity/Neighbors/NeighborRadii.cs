namespace Vicinity;

/// <summary>How wide the neighbourhood of a point is: what the novelty of new rows is measured by.</summary>
internal static class NeighborRadii
{
    /// <summary>The neighbour whose distance is taken: few enough to be local, enough not to depend on one twin.</summary>
    public const int Neighbor = 5;

    /// <summary>The distance of every point to its fifth neighbour, or to its last one if it has fewer; 0 without neighbours.</summary>
    public static float[] Of(NeighborGraph graph)
    {
        int k = Math.Min(Neighbor, graph.NeighborsPerPoint);
        float[] radii = new float[graph.Count];
        for (int row = 0; k > 0 && row < radii.Length; row++)
        {
            radii[graph.Order.Length == 0 ? row : graph.Order[row]] = graph.Distances(row)[k - 1];
        }

        return radii;
    }
}
