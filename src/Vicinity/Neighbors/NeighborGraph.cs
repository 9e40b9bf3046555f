namespace Vicinity;

/// <summary>The k nearest neighbours of every point: i -> {(j, r_ij)}, nearest first, the point itself never among them.</summary>
/// <remarks>Ties are broken by index. Duplicates of a point are neighbours at distance 0; only the point's own index is excluded.</remarks>
public sealed class NeighborGraph
{
    private readonly int[] neighbors;
    private readonly float[] distances;

    internal NeighborGraph(int count, int neighborsPerPoint, int[] neighbors, float[] distances)
    {
        Count = count;
        NeighborsPerPoint = neighborsPerPoint;
        this.neighbors = neighbors;
        this.distances = distances;
    }

    /// <summary>Number of points, n.</summary>
    public int Count { get; }

    /// <summary>Neighbours kept per point, k; at most n - 1.</summary>
    public int NeighborsPerPoint { get; }

    /// <summary>The neighbours of one point, nearest first.</summary>
    /// <param name="point">0 ... n - 1.</param>
    /// <returns>Indices of points; length k.</returns>
    public ReadOnlySpan<int> Neighbors(int point) => neighbors.AsSpan(point * NeighborsPerPoint, NeighborsPerPoint);

    /// <summary>Distances of one point to its neighbours, in units of the data, not squared, ascending.</summary>
    /// <param name="point">0 ... n - 1.</param>
    /// <returns>r_ij beside <see cref="Neighbors"/>; length k.</returns>
    public ReadOnlySpan<float> Distances(int point) => distances.AsSpan(point * NeighborsPerPoint, NeighborsPerPoint);

    /// <summary>Exact Euclidean neighbours.</summary>
    /// <param name="data">n x d points, finite.</param>
    /// <param name="neighbors">k, at least 0; cut to n - 1.</param>
    /// <param name="threads">Cores to use, at least 1; the bits do not depend on it. Default: all.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">A value is not finite, or the spread of the data is beyond the range of float.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static NeighborGraph Build(Matrix data, int neighbors, int threads = 0, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
