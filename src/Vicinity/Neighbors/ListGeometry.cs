namespace Vicinity;

/// <summary>Where the lists lie: distances between their centers, their radii, and the order in which they are visited from each of them.</summary>
internal sealed unsafe class ListGeometry
{
    private const int BlockLists = 8;
    private const float Outward = 1.00001f;
    private readonly PackedPoints points;
    private readonly float[] separations;
    private readonly int[] orders;
    private readonly double[] norms;
    private readonly float[] radii;
    private readonly float[] slacks;

    private ListGeometry(ListCenters centers, PackedPoints points)
    {
        this.points = points;
        Count = centers.Count;
        separations = new float[Count * Count];
        orders = new int[Count * Count];
        norms = new double[Count];
        radii = new float[Count];
        slacks = new float[Count];
    }

    /// <summary>Number of lists.</summary>
    public int Count { get; }

    /// <summary>Measures the lists.</summary>
    public static ListGeometry Of(ListCenters centers, PackedPoints points, int threads, CancellationToken cancellation)
    {
        ListGeometry geometry = new(centers, points);
        Blocks.Run(centers.Count, BlockLists, threads, (_, first, end) =>
        {
            for (int list = first; list < end; list++)
            {
                geometry.MeasureMembers(centers, list);
                geometry.MeasureOthers(centers, list);
            }
        }, cancellation);
        return geometry;
    }

    /// <summary>All lists, the nearest center first; the list itself leads.</summary>
    public ReadOnlySpan<int> Order(int from) => orders.AsSpan(from * Count, Count);

    /// <summary>A list as seen from another one.</summary>
    public ListBounds Bounds(int from, int list) => new(
        separations[(from * Count) + list],
        (float)(16 * points.RelativeError * (norms[from] + norms[list])),
        radii[list],
        slacks[list]);

    /// <summary>The largest norm, radius and slack of a list.</summary>
    private void MeasureMembers(ListCenters centers, int list)
    {
        ReadOnlySpan<float> center = centers.Center(list);
        double farthest = 0;
        int first = points.Lists.FirstSlot(list);
        for (int slot = first; slot < first + points.Lists.Sizes[list]; slot++)
        {
            float* column = points.Columns(slot / DistanceTile.Columns) + (slot % DistanceTile.Columns);
            double square = 0;
            for (int d = 0; d < center.Length; d++)
            {
                double difference = (double)column[(nint)d * DistanceTile.Columns] - center[d];
                square += difference * difference;
            }

            farthest = Math.Max(farthest, square);
            norms[list] = Math.Max(norms[list], points.Norms[slot]);
            slacks[list] = Math.Max(slacks[list], 4 * points.Slacks[slot] * Outward);
        }

        double norm = 0;
        foreach (float value in center)
        {
            norm += (double)value * value;
        }

        norms[list] = Math.Max(norms[list], norm);
        radii[list] = (float)Math.Sqrt(farthest) * Outward;
    }

    private void MeasureOthers(ListCenters centers, int list)
    {
        Span<float> distances = separations.AsSpan(list * Count, Count);
        for (int other = 0; other < Count; other++)
        {
            distances[other] = (float)Math.Sqrt(SquaredDistance.Of(centers.Center(list), centers.Center(other))) * Outward;
            orders[(list * Count) + other] = other;
        }

        float[] keys = distances.ToArray();
        keys[list] = -1;
        MemoryExtensions.Sort(keys.AsSpan(), orders.AsSpan(list * Count, Count));
    }
}
