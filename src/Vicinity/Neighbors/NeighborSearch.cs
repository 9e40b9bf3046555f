using System.Collections.Concurrent;

namespace Vicinity;

/// <summary>Euclidean neighbours: distances by <see cref="DistanceTile"/> in float, list by list, the few that matter again in double.</summary>
internal sealed class NeighborSearch
{
    private const int SortedBlockRows = 16;
    private readonly Matrix data;
    private readonly int neighbors;
    private readonly int threads;
    private readonly CancellationToken cancellation;
    private int[]? places;

    public NeighborSearch(Matrix data, int neighbors, int threads, CancellationToken cancellation)
    {
        this.data = data;
        this.neighbors = neighbors;
        this.threads = threads;
        this.cancellation = cancellation;
    }

    /// <summary>All points, list after list; empty if there is one list.</summary>
    public int[] Order { get; private set; } = [];

    /// <summary>Fills n x k neighbours and distances; 0 &lt; k &lt; n. Returns the measured recall, or null if all are true neighbours.</summary>
    /// <exception cref="ArgumentException">A value is not finite, or the spread of the data is beyond the range of float.</exception>
    /// <param name="plan">How to search.</param>
    /// <param name="indices">Receives the neighbours.</param>
    /// <param name="distances">Receives their distances.</param>
    /// <param name="inOrder">Whether rows and neighbours shall be places in <see cref="Order"/>, if there is one.</param>
    public double? Run(SearchPlan plan, RowPieces<int> indices, RowPieces<float> distances, bool inOrder)
    {
        Centering centering = Centering.Of(data, threads, cancellation);
        if (neighbors == data.Rows - 1)
        {
            Blocks.Run(data.Rows, SortedBlockRows, threads, (_, first, end) => SortAll(first, end, indices, distances), cancellation);
            return null;
        }

        using PointIndex index = PointIndex.Of(data, centering, plan.Lists, threads, cancellation);
        Order = index.Centers is null ? [] : index.Points.Lists.InOrder();
        places = inOrder && Order.Length > 0 ? Inverse(Order) : null;
        if (plan.FindsAll)
        {
            Search(index, data.Rows, indices, distances);
            return null;
        }

        RecallSample sample = new(data, index, neighbors, threads, cancellation);
        int budget = sample.Budget(plan.Recall);
        Search(index, budget, indices, distances);
        return budget == data.Rows ? null : sample.Recall(indices, places);
    }

    private void ToPlaces(Span<int> neighborsOfRow)
    {
        for (int k = 0; places is not null && k < neighborsOfRow.Length; k++)
        {
            neighborsOfRow[k] = places[neighborsOfRow[k]];
        }
    }

    private static int[] Inverse(int[] order)
    {
        int[] places = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }

    /// <summary>All others are neighbours: nothing to select.</summary>
    private void SortAll(int first, int end, RowPieces<int> indices, RowPieces<float> distances)
    {
        double[] squares = new double[neighbors];
        for (int i = first; i < end; i++)
        {
            Span<int> others = indices.Row(i);
            for (int k = 0; k < neighbors; k++)
            {
                others[k] = k < i ? k : k + 1;
            }

            ExactRanking.Measure(data, i, others, squares);
            ExactRanking.Sort(squares, others);
            for (int k = 0; k < neighbors; k++)
            {
                distances.Row(i)[k] = (float)Math.Sqrt(squares[k]);
            }
        }
    }

    private void Search(PointIndex index, int budget, RowPieces<int> indices, RowPieces<float> distances)
    {
        PointLists lists = index.Points.Lists;
        (int List, int First, int Count)[] blocks = [.. lists.InBlocks(RowSearch.RowsPerBlock(data.Columns, neighbors))];
        ConcurrentBag<RowSearch> searches = [];
        Blocks.Run(blocks.Length, 1, threads, (b, _, _) =>
        {
            RowSearch search = searches.TryTake(out RowSearch? free) ? free : new(data, index, neighbors);
            (int list, int first, int count) = blocks[b];
            Span<int> slots = stackalloc int[count];
            for (int row = 0; row < count; row++)
            {
                slots[row] = first + row;
            }

            search.SearchFrom(list, slots, budget);
            for (int row = 0; row < count; row++)
            {
                int point = lists.Point(slots[row]);
                int at = places is null ? point : places[point];
                search.Finish(row, indices.Row(at), distances.Row(at));
                ToPlaces(indices.Row(at));
            }

            searches.Add(search);
        }, cancellation);
        foreach (RowSearch search in searches)
        {
            search.Dispose();
        }
    }
}
