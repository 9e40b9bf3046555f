namespace Vicinity;

/// <summary>The k nearest neighbours of every point: i -> {(j, r_ij)}, nearest first, the point itself never among them.</summary>
/// <remarks>Ties are broken by index. Duplicates of a point are neighbours at distance 0; only the point's own index is excluded.</remarks>
public sealed class NeighborGraph
{
    /// <summary>About three standard errors of a recall of 0.98 on 300 rows.</summary>
    private const double RecallTolerance = 0.01;

    /// <summary>Below, the map suffers, whatever was asked for.</summary>
    private const double LeastRecall = 0.95;

    /// <summary>The radius is the distance to the neighbour of this number; told from four times as many points on.</summary>
    private const int RadiusNeighbors = 15;

    internal NeighborGraph(int count, int neighborsPerPoint, RowPieces<int> neighbors, RowPieces<float> distances, NeighborMethod method, double recall)
    {
        Count = count;
        NeighborsPerPoint = neighborsPerPoint;
        NeighborRows = neighbors;
        DistanceRows = distances;
        SearchMethod = method;
        Recall = recall;
    }

    /// <summary>Number of points, n.</summary>
    public int Count { get; }

    /// <summary>Neighbours kept per point, k; at most n - 1.</summary>
    public int NeighborsPerPoint { get; }

    /// <summary>How the neighbours were really found: exact or approximate.</summary>
    public NeighborMethod SearchMethod { get; }

    /// <summary>Share of the true neighbours that were found: 1 if exact, else measured by brute force on 300 rows of a random sample.</summary>
    public double Recall { get; }

    /// <summary>The points in an order in which near ones stand near each other; empty if none is known.</summary>
    internal int[] LocalOrder { get; init; } = [];

    /// <summary>Which point a row belongs to, where rows, and the neighbours in them, are places in an order; empty where they are points.</summary>
    internal int[] Order { get; init; } = [];

    /// <summary>True if it is used again, so that nobody may overwrite it.</summary>
    internal bool IsShared { get; private init; }

    internal RowPieces<int> NeighborRows { get; }

    internal RowPieces<float> DistanceRows { get; }

    /// <summary>The neighbours of one point, nearest first.</summary>
    /// <param name="point">0 ... n - 1.</param>
    /// <returns>Indices of points; length k.</returns>
    public ReadOnlySpan<int> Neighbors(int point) => NeighborRows.Row(point);

    /// <summary>Distances of one point to its neighbours, in units of the data, not squared, ascending.</summary>
    /// <param name="point">0 ... n - 1.</param>
    /// <returns>r_ij beside <see cref="Neighbors"/>; length k.</returns>
    public ReadOnlySpan<float> Distances(int point) => DistanceRows.Row(point);

    /// <summary>Euclidean neighbours, in the order of (distance, index).</summary>
    /// <remarks>
    /// Cost: at most 2 n^2 d operations in float by register tiles, and about n k d in double; lists of points that cannot hold a neighbour are
    /// left out. The float pass only discards points whose rounding errors cannot make them neighbours; distances and order come from differences
    /// of the given values, summed in double.
    /// </remarks>
    /// <param name="data">n x d points, finite.</param>
    /// <param name="neighbors">k, at least 0; cut to n - 1.</param>
    /// <param name="method">Exact or approximate. Default: automatic, which is exact up to 150,000 points.</param>
    /// <param name="threads">Cores to use; 0, the default, is all. The bits do not depend on it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ArgumentException">A value is not finite, or the spread of the data is beyond the range of float.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static NeighborGraph Build(
        Matrix data, int neighbors, NeighborMethod? method = null, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Build(data, neighbors, SearchPlan.For(method ?? NeighborMethod.Auto, data.Rows), threads, inOrder: false, cancellationToken);
    }

    /// <param name="data">n x d points, finite.</param>
    /// <param name="neighbors">k, at least 0; cut to n - 1.</param>
    /// <param name="plan">How to search.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="inOrder">Whether rows may come in the order of the lists of the search; see <see cref="Order"/>.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    internal static NeighborGraph Build(
        Matrix data, int neighbors, SearchPlan plan, int threads = 0, bool inOrder = false, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(neighbors);
        int cores = Cores.Resolve(threads);
        int k = Math.Max(0, Math.Min(neighbors, data.Rows - 1));
        RowPieces<int> indices = new(data.Rows, k);
        RowPieces<float> lengths = new(data.Rows, k);
        NeighborSearch search = new(data, k, cores, cancellationToken);
        double? recall = k > 0 ? search.Run(plan, indices, lengths, inOrder) : null;
        return new(data.Rows, k, indices, lengths, recall is null ? NeighborMethod.Exact : new ApproximateNeighbors(plan.Recall), recall ?? 1)
        {
            LocalOrder = search.Order,
            Order = inOrder ? search.Order : [],
        };
    }

    /// <summary>Median distance to the 15th neighbour, or the last one; 0 if there are too few points to say.</summary>
    internal double MedianRadius()
    {
        if (NeighborsPerPoint == 0 || Count < 4 * RadiusNeighbors)
        {
            return 0;
        }

        int k = Math.Min(RadiusNeighbors, NeighborsPerPoint) - 1;
        float[] radii = [.. Enumerable.Range(0, Count).Select(i => Distances(i)[k]).Order()];
        return radii[Count / 2];
    }

    /// <summary>A graph of neighbours that were found elsewhere.</summary>
    /// <param name="neighbors">The neighbours of point 0, then those of point 1 ...; length n x k. A point among its own neighbours is left out, and the farthest of the other rows with it.</param>
    /// <param name="distances">n x k: r beside them, at least 0 and finite, in any order.</param>
    /// <exception cref="ArgumentException">The shapes differ, a neighbour does not exist or is there twice, or a distance is none; the message names row and column.</exception>
    public static NeighborGraph From(ReadOnlySpan<int> neighbors, Matrix distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        return GivenNeighbors.Build(neighbors, distances);
    }

    /// <summary>The same neighbours for use by several.</summary>
    internal NeighborGraph Shared() => new(Count, NeighborsPerPoint, NeighborRows, DistanceRows, SearchMethod, Recall) { LocalOrder = LocalOrder, Order = Order, IsShared = true };

    /// <summary>D112, if fewer true neighbours were found than were asked for, or than a map needs.</summary>
    internal FitWarning? RecallWarning(NeighborMethod asked)
    {
        double wanted = (asked as ApproximateNeighbors ?? new ApproximateNeighbors()).Recall;
        double least = Math.Max(LeastRecall, wanted - RecallTolerance);
        return Recall >= least ? null : new("D112", $"The neighbour search found {Recall:P1} of the true neighbours, {wanted:P1} were asked for, and less than {LeastRecall:P0} tears the map. Ask for more, or search exactly.")
        {
            Number = Recall,
            Threshold = least,
        };
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

        RowPieces<int> indices = new(Count, k);
        RowPieces<float> lengths = new(Count, k);
        for (int i = 0; i < Count; i++)
        {
            Neighbors(i)[..k].CopyTo(indices.Row(i));
            Distances(i)[..k].CopyTo(lengths.Row(i));
        }

        return new(Count, k, indices, lengths, SearchMethod, Recall) { LocalOrder = LocalOrder, Order = Order };
    }
}
