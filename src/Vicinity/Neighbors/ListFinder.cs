using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Room to find the nearest centers of one panel of points; one per thread of work.</summary>
internal sealed unsafe class ListFinder : IDisposable
{
    private readonly ListCenters centers;
    private readonly float* columns;
    private readonly float* values;
    private readonly byte* hits;

    public ListFinder(ListCenters centers)
    {
        this.centers = centers;
        nuint width = (nuint)DistanceTile.Columns;
        columns = (float*)NativeMemory.AlignedAlloc(width * (nuint)centers.Depth * sizeof(float), 64);
        values = (float*)NativeMemory.AlignedAlloc(width * (nuint)(centers.Panels * DistanceTile.Rows) * sizeof(float), 64);
        hits = (byte*)NativeMemory.Alloc((nuint)centers.Panels);
        new Span<float>(columns, DistanceTile.Columns * centers.Depth).Clear();
    }

    /// <summary>The lists of at most one panel of points, and their values |c|^2 / 2 - c x.</summary>
    /// <param name="rows">The points.</param>
    /// <param name="centering">Brings them to the units of the centers; null if they are in these already.</param>
    /// <param name="first">First row of the panel.</param>
    /// <param name="count">Rows, at most <see cref="DistanceTile.Columns"/>.</param>
    /// <param name="nearest">Receives the lists.</param>
    /// <param name="least">Receives the values.</param>
    public void Find(Matrix rows, Centering? centering, int first, int count, int* nearest, float* least)
    {
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> row = rows.Row(first + i);
            for (int d = 0; d < row.Length; d++)
            {
                columns[(d * DistanceTile.Columns) + i] = centering is null ? row[d] : centering.Apply(row[d], d);
            }
        }

        Find(columns, nearest, least);
    }

    /// <summary>The same for a packed panel.</summary>
    public void Find(float* panel, int* nearest, float* least)
    {
        centers.Measure(panel, values, hits);
        for (int lane = 0; lane < DistanceTile.Columns; lane += Lanes.Count)
        {
            ListReach.Nearest(values + lane, centers.Count, DistanceTile.Columns, nearest + lane, least + lane);
        }
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(columns);
        NativeMemory.AlignedFree(values);
        NativeMemory.Free(hits);
    }
}
