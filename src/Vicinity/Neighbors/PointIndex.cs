namespace Vicinity;

/// <summary>All points packed for the search, in one list or in several that lie apart.</summary>
internal sealed class PointIndex : IDisposable
{
    private PointIndex(PackedPoints points, ListCenters? centers, ListGeometry? geometry)
    {
        Points = points;
        Centers = centers;
        Geometry = geometry;
    }

    public PackedPoints Points { get; }

    /// <summary>Null if there is one list.</summary>
    public ListCenters? Centers { get; }

    /// <summary>Null if there is one list.</summary>
    public ListGeometry? Geometry { get; }

    /// <summary>Packs the points, in at most so many lists.</summary>
    public static PointIndex Of(Matrix data, Centering centering, int lists, int threads, CancellationToken cancellation)
    {
        ListCenters? centers = lists > 1 ? ListCenters.Of(data, centering, lists, threads, cancellation) : null;
        PackedPoints? points = null;
        try
        {
            PointLists layout = centers is null ? PointLists.Single(data.Rows) : PointLists.Nearest(data, centering, centers, threads, cancellation);
            points = PackedPoints.Of(data, centering, layout, threads, cancellation);
            return new(points, centers, centers is null ? null : ListGeometry.Of(centers, points, threads, cancellation));
        }
        catch
        {
            centers?.Dispose();
            points?.Dispose();
            throw;
        }
    }

    /// <summary>Packs the first points in one list, the others in a second one.</summary>
    public static PointIndex OfTwo(Matrix data, Centering centering, int first, int threads, CancellationToken cancellation) =>
        new(PackedPoints.Of(data, centering, PointLists.Two(data.Rows, first), threads, cancellation), null, null);

    public void Dispose()
    {
        Points.Dispose();
        Centers?.Dispose();
    }
}
