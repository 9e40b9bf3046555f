using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Finds the neighbours of one block of rows at a time; the room for it is kept from block to block.</summary>
internal sealed unsafe class RowSearch : IDisposable
{
    private const int BlockFloats = 1 << 17;
    private const int MostRows = 192;
    private const int MostCandidates = 1 << 19;
    private readonly PointIndex index;
    private readonly RowBlock block;
    private readonly ListView? view;
    private readonly Candidates candidates;
    private readonly int[] chosen;
    private readonly float* sums;
    private readonly float* thresholds;
    private readonly byte* hits;

    public RowSearch(Matrix data, PointIndex index, int neighbors)
    {
        this.index = index;
        int rows = RowsPerBlock(data.Columns, neighbors);
        block = new(index.Points, rows);
        view = index.Centers is null ? null : new(index.Centers, index.Points, rows);
        candidates = new(data, index.Points, neighbors, rows);
        chosen = new int[rows + 1];
        sums = (float*)NativeMemory.AlignedAlloc((nuint)(rows * DistanceTile.Columns) * sizeof(float), 64);
        thresholds = (float*)NativeMemory.AlignedAlloc((nuint)rows * sizeof(float), 64);
        hits = (byte*)NativeMemory.Alloc((nuint)rows);
    }

    /// <summary>As many rows as stay in a core's cache with their candidates, in whole panels.</summary>
    public static int RowsPerBlock(int depth, int neighbors)
    {
        int rows = Math.Min(MostRows, Math.Min(BlockFloats / depth, MostCandidates / Candidates.Capacity(neighbors)));
        return Math.Max(1, rows / DistanceTile.Rows) * DistanceTile.Rows;
    }

    /// <summary>Looks through all lists.</summary>
    public void SearchAll(ReadOnlySpan<int> slots)
    {
        Begin(slots);
        view?.Begin(block, slots, 0, int.MaxValue);
        Span<int> all = AllRows(slots.Length);
        for (int list = 0; list < index.Points.Lists.Count; list++)
        {
            Sweep(list, all);
        }
    }

    /// <summary>Looks through one list.</summary>
    public void SearchList(int list, ReadOnlySpan<int> slots)
    {
        Begin(slots);
        Sweep(list, AllRows(slots.Length));
    }

    /// <summary>Looks through the lists that can hold neighbours of rows of one list, the nearest lists of each row as far as they are in its budget.</summary>
    public void SearchFrom(int list, ReadOnlySpan<int> slots, int budget)
    {
        if (view is null)
        {
            SearchAll(slots);
            return;
        }

        Begin(slots);
        view.Begin(block, slots, list, budget);
        foreach (int other in index.Geometry!.Order(list))
        {
            int count = index.Points.Lists.Sizes[other] == 0 ? 0 : view.Choose(other, index.Geometry.Bounds(list, other), slots.Length, chosen);
            if (count > 0)
            {
                Sweep(other, chosen.AsSpan(0, count));
                view.SetReach(chosen.AsSpan(0, count), slots, candidates.Thresholds);
            }
        }
    }

    /// <summary>For every list, how many points lie in lists that are as near to a row as it; after <see cref="SearchAll"/>.</summary>
    public int[] PointsUpTo(int row) => view!.PointsUpTo(row);

    /// <summary>Writes the k nearest of a row, nearest first, ties by index.</summary>
    public void Finish(int row, Span<int> neighbors, Span<float> distances) => candidates.Finish(row, neighbors, distances);

    public void Dispose()
    {
        block.Dispose();
        view?.Dispose();
        candidates.Dispose();
        NativeMemory.AlignedFree(sums);
        NativeMemory.AlignedFree(thresholds);
        NativeMemory.Free(hits);
    }

    private void Begin(ReadOnlySpan<int> slots)
    {
        block.Begin(slots);
        candidates.Begin(slots);
    }

    private Span<int> AllRows(int count)
    {
        for (int row = 0; row < count; row++)
        {
            chosen[row] = row;
        }

        return chosen.AsSpan(0, count);
    }

    /// <summary>Shows the points of a list to some rows, in the order of the points.</summary>
    private void Sweep(int list, ReadOnlySpan<int> rows)
    {
        float* packed = block.Pack(rows);
        int rowPanels = Blocks.Count(rows.Length, DistanceTile.Rows);
        for (int row = 0; row < rowPanels * DistanceTile.Rows; row++)
        {
            thresholds[row] = row < rows.Length ? candidates.Thresholds[rows[row]] : float.NegativeInfinity;
        }

        PackedPoints points = index.Points;
        for (int panel = points.Lists.FirstPanel(list); panel < points.Lists.EndPanel(list); panel++)
        {
            TileSteps.Accumulate(packed, rowPanels, points.Depth, points.Columns(panel), points.Starts(panel), 0, sums, thresholds, hits);
            for (int rowPanel = 0; rowPanel < rowPanels; rowPanel++)
            {
                TakeHits(rows, rowPanel, panel * DistanceTile.Columns);
            }
        }
    }

    private void TakeHits(ReadOnlySpan<int> rows, int rowPanel, int firstSlot)
    {
        for (int at = rowPanel * DistanceTile.Rows, hit = hits[rowPanel]; hit != 0; at++, hit >>= 1)
        {
            if ((hit & 1) != 0)
            {
                candidates.Add(rows[at], sums + (at * DistanceTile.Columns), firstSlot);
                thresholds[at] = candidates.Thresholds[rows[at]];
            }
        }
    }
}
