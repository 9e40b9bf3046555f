using System.Collections.Concurrent;

namespace Vicinity;

/// <summary>The k nearest of one set of points for every point of another, exactly, in the order of (distance, index).</summary>
/// <remarks>Both sets are packed as two lists of one index, of which only the first is looked through. No row's result depends on the other rows.</remarks>
internal static class OtherNeighbors
{
    /// <param name="points">n x d, finite.</param>
    /// <param name="rows">m x d, finite.</param>
    /// <param name="neighbors">k, 1 ... n.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>m x k indices of points, and distances, nearest first.</returns>
    /// <exception cref="ArgumentException">The spread of the rows is beyond the range of float.</exception>
    public static NearestRows Find(Matrix points, Matrix rows, int neighbors, int threads, CancellationToken cancellation)
    {
        RowPieces<int> indices = new(rows.Rows, neighbors);
        RowPieces<float> distances = new(rows.Rows, neighbors);
        Matrix all = Matrix.Create(points.Rows + rows.Rows, points.Columns, (i, row) => (i < points.Rows ? points.Row(i) : rows.Row(i - points.Rows)).CopyTo(row));
        using PointIndex index = PointIndex.OfTwo(all, Centering.Of(all, threads, cancellation), points.Rows, threads, cancellation);
        ConcurrentBag<RowSearch> searches = [];
        int first = index.Points.Lists.FirstSlot(1);
        Blocks.Run(rows.Rows, RowSearch.RowsPerBlock(points.Columns, neighbors), threads, (_, begin, end) =>
        {
            RowSearch search = searches.TryTake(out RowSearch? free) ? free : new(all, index, neighbors);
            int[] slots = [.. Enumerable.Range(first + begin, end - begin)];
            search.SearchList(0, slots);
            for (int i = begin; i < end; i++)
            {
                search.Finish(i - begin, indices.Row(i), distances.Row(i));
            }

            searches.Add(search);
        }, cancellation);
        foreach (RowSearch search in searches)
        {
            search.Dispose();
        }

        return new(indices, distances);
    }
}
