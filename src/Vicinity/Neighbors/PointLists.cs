namespace Vicinity;

/// <summary>The points in lists, each list in whole panels of <see cref="DistanceTile"/>, its points ascending: a slot is a place in a panel.</summary>
internal sealed unsafe class PointLists
{
    private const int BlockPoints = 512;
    private readonly int[] listOf;
    private readonly int[] points;
    private readonly int[] firstPanels;

    private PointLists(int[] listOf, int[] order, int[] ends)
    {
        this.listOf = listOf;
        Count = ends.Length;
        Sizes = new int[Count];
        firstPanels = new int[Count + 1];
        for (int list = 0; list < Count; list++)
        {
            Sizes[list] = ends[list] - (list == 0 ? 0 : ends[list - 1]);
            firstPanels[list + 1] = firstPanels[list] + Blocks.Count(Sizes[list], DistanceTile.Columns);
        }

        points = new int[Panels * DistanceTile.Columns];
        Array.Fill(points, -1);
        for (int list = 0; list < Count; list++)
        {
            order.AsSpan(ends[list] - Sizes[list], Sizes[list]).CopyTo(points.AsSpan(FirstSlot(list)));
        }
    }

    /// <summary>Number of lists.</summary>
    public int Count { get; }

    /// <summary>Points per list.</summary>
    public int[] Sizes { get; }

    /// <summary>Panels of all lists.</summary>
    public int Panels => firstPanels[^1];

    /// <summary>All points in one list, in their order.</summary>
    public static PointLists Single(int count) => new(new int[count], [.. Enumerable.Range(0, count)], [count]);

    /// <summary>The first points in one list, the others in a second one.</summary>
    public static PointLists Two(int count, int first) => new(
        [.. Enumerable.Range(0, count).Select(point => point < first ? 0 : 1)], [.. Enumerable.Range(0, count)], [first, count]);

    /// <summary>Every point in the list of its nearest center, the first of equals.</summary>
    public static PointLists Nearest(Matrix data, Centering centering, ListCenters centers, int threads, CancellationToken cancellation)
    {
        int[] lists = new int[data.Rows];
        Blocks.Run(data.Rows, BlockPoints, threads, (_, first, end) =>
        {
            using ListFinder finder = new(centers);
            int* nearest = stackalloc int[DistanceTile.Columns];
            float* least = stackalloc float[DistanceTile.Columns];
            for (int i = first; i < end; i += DistanceTile.Columns)
            {
                int count = Math.Min(DistanceTile.Columns, end - i);
                finder.Find(data, centering, i, count, nearest, least);
                new ReadOnlySpan<int>(nearest, count).CopyTo(lists.AsSpan(i));
            }
        }, cancellation);
        int[] order = CountingSort.Order(lists, centers.Count, out int[] ends);
        return new(lists, order, ends);
    }

    /// <summary>Number of points.</summary>
    public int PointCount => listOf.Length;

    /// <summary>The list of a point.</summary>
    public int ListOf(int point) => listOf[point];

    /// <summary>The point in a slot; -1 in padding.</summary>
    public int Point(int slot) => points[slot];

    /// <summary>The first slot of a list; the others follow without a gap.</summary>
    public int FirstSlot(int list) => firstPanels[list] * DistanceTile.Columns;

    /// <summary>The first panel of a list.</summary>
    public int FirstPanel(int list) => firstPanels[list];

    /// <summary>The panel behind the last one of a list.</summary>
    public int EndPanel(int list) => firstPanels[list + 1];

    /// <summary>All points, list after list.</summary>
    public int[] InOrder() => [.. points.Where(point => point >= 0)];

    /// <summary>All slots with points, in blocks of at most so many that lie in one list.</summary>
    public IEnumerable<(int List, int First, int Count)> InBlocks(int rows)
    {
        for (int list = 0; list < Count; list++)
        {
            for (int first = 0; first < Sizes[list]; first += Math.Min(rows, Sizes[list] - first))
            {
                yield return (list, FirstSlot(list) + first, Math.Min(rows, Sizes[list] - first));
            }
        }
    }
}
