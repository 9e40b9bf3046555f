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

    /// <summary>Exact Euclidean neighbours, in the order of (distance, index).</summary>
    /// <remarks>
    /// Cost: 2 n^2 d operations in float by register tiles, and about n k d in double. The float pass only discards points whose rounding errors
    /// cannot make them neighbours; distances and order come from differences of the given values, summed in double.
    /// </remarks>
    /// <param name="data">n x d points, finite.</param>
    /// <param name="neighbors">k, at least 0; cut to n - 1.</param>
    /// <param name="threads">Cores to use; 0, the default, is all. The bits do not depend on it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">A value is not finite, or the spread of the data is beyond the range of float.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static NeighborGraph Build(Matrix data, int neighbors, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegative(neighbors);
        int cores = Cores.Resolve(threads);
        int k = Math.Max(0, Math.Min(neighbors, data.Rows - 1));
        if ((long)data.Rows * k > Array.MaxLength)
        {
            throw new ArgumentException(
                $"{data.Rows} points with {k} neighbours each are {(long)data.Rows * k} entries; this version holds at most {Array.MaxLength}. Use at most {Array.MaxLength / data.Rows} neighbours.",
                nameof(neighbors));
        }

        int[] indices = new int[data.Rows * k];
        float[] lengths = new float[indices.Length];
        if (k > 0)
        {
            ExactNeighbors.Search(data, k, indices, lengths, cores, cancellationToken);
        }

        return new(data.Rows, k, indices, lengths);
    }

    /// <summary>The graph of fewer neighbours: the nearest of each point.</summary>
    /// <param name="neighbors">k, at least 0; cut to that of this graph.</param>
    internal NeighborGraph Nearest(int neighbors)
    {
        int k = Math.Min(neighbors, NeighborsPerPoint);
        if (k == NeighborsPerPoint)
        {
            return this;
        }

        int[] indices = new int[Count * k];
        float[] lengths = new float[indices.Length];
        for (int i = 0; i < Count; i++)
        {
            Neighbors(i)[..k].CopyTo(indices.AsSpan(i * k));
            Distances(i)[..k].CopyTo(lengths.AsSpan(i * k));
        }

        return new(Count, k, indices, lengths);
    }
}
