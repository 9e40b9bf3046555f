namespace Vicinity;

/// <summary>A map beside its data: neighbours in both, islands of the one and groups of the other.</summary>
internal sealed class MapEvidence
{
    /// <summary>Of fewer points nothing is said.</summary>
    public const int FewestPoints = 12;

    private const int UsualNeighbors = 15;
    private const int PointsPerNeighbor = 4;

    private MapEvidence(RowSpace space, Matrix map, int[] rows, int threads, CancellationToken cancellation)
    {
        Space = space;
        Map = map;
        Rows = rows;
        int k = Math.Clamp((map.Rows - 1) / PointsPerNeighbor, 1, UsualNeighbors);
        InData = Space.Graph(k, NeighborMethod.Exact, threads, cancellation);
        InMap = NeighborGraph.Build(map, k, NeighborMethod.Exact, threads, cancellation);
        Measures = MapMeasures.Of(Space, map, new() { Neighbors = k, MostPoints = int.MaxValue, Threads = threads }, cancellation);
        Kept = [.. Measures.Points.Select(point => point.NeighborsKept)];
        Islands = Islands.Find(InMap);
        Groups = Islands.Find(InData);
    }

    /// <summary>Points that were looked at.</summary>
    public int Count => Map.Rows;

    /// <summary>How far they lie apart in the data.</summary>
    public RowSpace Space { get; }

    public Matrix Map { get; }

    /// <summary>Which rows of the whole these are, ascending.</summary>
    public int[] Rows { get; }

    public NeighborGraph InData { get; }

    public NeighborGraph InMap { get; }

    /// <summary>The measures of the map.</summary>
    public QualityReport Measures { get; }

    /// <summary>For every point the share of its neighbours that it keeps.</summary>
    public double[] Kept { get; }

    /// <summary>Neighbours kept beyond chance at the size of neighbourhood where the map keeps most: the peak of R_NX; 1 for all, about 0 for a random map.</summary>
    /// <remarks>At one small size clusters without inner structure look like noise; at theirs they do not.</remarks>
    public double Structure => Measures.RnxCurve.Skip(InData.NeighborsPerPoint - 1).Take(Count / 2).DefaultIfEmpty(0).Max();

    /// <summary>Groups that the eye sees in the map.</summary>
    public Islands Islands { get; }

    /// <summary>Groups that are apart in the data.</summary>
    public Islands Groups { get; }

    /// <summary>Looks at all points, or at a random sample as if it were all; null if there are too few to say anything.</summary>
    /// <param name="points">Gives the distances of some of n points, scaled and compared as they were mapped.</param>
    /// <param name="map">n x dimensions.</param>
    /// <param name="mostPoints">At most so many are looked at.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static MapEvidence? Build(Func<int[], RowSpace> points, Matrix map, int mostPoints, int threads, CancellationToken cancellation)
    {
        if (map.Rows < FewestPoints)
        {
            return null;
        }

        int[] rows = RandomRows.Choose(map.Rows, mostPoints, seed: 3);
        return rows.Length == map.Rows
            ? new(points(rows), map, rows, threads, cancellation)
            : new(points(rows), map.Select(rows), rows, threads, cancellation);
    }

    /// <summary>The share of the first set that is in the second.</summary>
    public static double Shared(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        int shared = 0;
        foreach (int j in first)
        {
            shared += second.Contains(j) ? 1 : 0;
        }

        return first.Length == 0 ? 1 : (double)shared / first.Length;
    }
}
