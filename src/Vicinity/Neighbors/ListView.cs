using System.Numerics;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>The lists as seen from the rows of a block: which rows a list may hold a neighbour for.</summary>
internal sealed unsafe class ListView : IDisposable
{
    private readonly ListCenters centers;
    private readonly PackedPoints points;
    private readonly int panelStride;
    private readonly float* columns;
    private readonly float* values;
    private readonly float* budgets;
    private readonly float* reach;
    private readonly float* norms;
    private readonly byte* hits;
    private int own;

    public ListView(ListCenters centers, PackedPoints points, int rows)
    {
        this.centers = centers;
        this.points = points;
        panelStride = centers.Panels * DistanceTile.Rows * DistanceTile.Columns;
        nuint panels = (nuint)Blocks.Count(rows, DistanceTile.Columns);
        nuint padded = panels * (nuint)DistanceTile.Columns;
        columns = (float*)NativeMemory.AlignedAlloc((nuint)(DistanceTile.Columns * points.Depth) * sizeof(float), 64);
        values = (float*)NativeMemory.AlignedAlloc(panels * (nuint)panelStride * sizeof(float), 64);
        budgets = (float*)NativeMemory.AlignedAlloc(padded * sizeof(float), 64);
        reach = (float*)NativeMemory.AlignedAlloc(padded * sizeof(float), 64);
        norms = (float*)NativeMemory.AlignedAlloc(padded * sizeof(float), 64);
        hits = (byte*)NativeMemory.Alloc((nuint)centers.Panels);
    }

    /// <summary>Measures the rows of a block, all of one list.</summary>
    /// <param name="block">The rows.</param>
    /// <param name="slots">Their slots.</param>
    /// <param name="list">Their list.</param>
    /// <param name="budget">Points that the nearest lists of a row must hold.</param>
    public void Begin(RowBlock block, ReadOnlySpan<int> slots, int list, int budget)
    {
        own = list;
        int width = DistanceTile.Columns;
        for (int first = 0; first < slots.Length; first += width)
        {
            int count = Math.Min(width, slots.Length - first);
            float* panel = Values(first);
            block.PackColumns(first, count, columns);
            centers.Measure(columns, panel, hits);
            for (int lane = 0; lane < width; lane++)
            {
                norms[first + lane] = lane < count ? (float)points.Norms[slots[first + lane]] : 0;
                reach[first + lane] = float.PositiveInfinity;
                budgets[first + lane] = float.PositiveInfinity;
            }

            SetBudgets(first, panel, budget);
        }
    }

    /// <summary>Writes the rows for which a list may hold a neighbour, ascending, and returns their number.</summary>
    /// <param name="list">The list.</param>
    /// <param name="bounds">It as seen from the rows' own list.</param>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="chosen">Receives the rows.</param>
    public int Choose(int list, in ListBounds bounds, int rows, Span<int> chosen)
    {
        int width = DistanceTile.Columns;
        int count = 0;
        for (int first = 0; first < rows; first += Lanes.Count)
        {
            float* panel = Values(first) + (first % width);
            uint bits = ListReach.MayReach(panel + ((nint)list * width), panel + ((nint)own * width), budgets + first, reach + first, norms + first, bounds);
            for (; bits != 0; bits &= bits - 1)
            {
                int row = first + BitOperations.TrailingZeroCount(bits);
                chosen[count] = row;
                count += row < rows ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>Sets how far neighbours of the chosen rows can still be.</summary>
    public void SetReach(ReadOnlySpan<int> rows, ReadOnlySpan<int> slots, float* thresholds)
    {
        foreach (int row in rows)
        {
            int slot = slots[row];
            reach[row] = MathF.BitIncrement((float)((2 * ((double)thresholds[row] + points.Slacks[slot])) + (points.Norms[slot] * (1 + 1e-6))));
        }
    }

    /// <summary>For every list, how many points lie in lists that are as near to a row as it.</summary>
    public int[] PointsUpTo(int row)
    {
        float[] keys = new float[centers.Count];
        int[] order = new int[centers.Count];
        for (int list = 0; list < keys.Length; list++)
        {
            keys[list] = Values(row)[(list * DistanceTile.Columns) + (row % DistanceTile.Columns)];
            order[list] = list;
        }

        Array.Sort(keys, order);
        int[] held = new int[keys.Length];
        int sum = 0;
        foreach (int list in order)
        {
            sum += points.Lists.Sizes[list];
            held[list] = sum;
        }

        return held;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(columns);
        NativeMemory.AlignedFree(values);
        NativeMemory.AlignedFree(budgets);
        NativeMemory.AlignedFree(reach);
        NativeMemory.AlignedFree(norms);
        NativeMemory.Free(hits);
    }

    private float* Values(int row) => values + ((nint)(row / DistanceTile.Columns) * panelStride);

    private void SetBudgets(int first, float* panel, int budget)
    {
        if (budget >= points.Lists.PointCount)
        {
            return;
        }

        fixed (int* sizes = points.Lists.Sizes)
        {
            for (int lane = 0; lane < DistanceTile.Columns; lane += Lanes.Count)
            {
                ListReach.Bounds(panel + lane, sizes, centers.Count, DistanceTile.Columns, budget, budgets + first + lane);
            }
        }
    }
}
