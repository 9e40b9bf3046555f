using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>For every row of a block, the points that may still be among its k nearest.</summary>
/// <remarks>
/// A candidate carries a lower bound of its distance. It may be dropped once k others have an upper bound below that, or, where bounds cannot decide, once
/// exact distances do. So the k nearest in the sense of (distance, index) are always among the candidates.
/// </remarks>
internal sealed unsafe class Candidates : IDisposable
{
    private readonly Matrix data;
    private readonly PackedPoints points;
    private readonly int neighbors;
    private readonly int capacity;
    private readonly int[] counts;
    private readonly float* bounds;
    private readonly int* indices;
    private readonly double[] squares;
    private readonly double[] ranked;
    private readonly int[] order;
    private readonly int[] slots;

    public Candidates(Matrix data, PackedPoints points, int neighbors, int rows)
    {
        this.data = data;
        this.points = points;
        this.neighbors = neighbors;
        capacity = Capacity(neighbors);
        counts = new int[rows];
        slots = new int[rows];
        squares = new double[capacity];
        ranked = new double[capacity];
        order = new int[capacity];
        bounds = (float*)NativeMemory.AlignedAlloc((nuint)rows * (nuint)capacity * sizeof(float), 64);
        indices = (int*)NativeMemory.AlignedAlloc((nuint)rows * (nuint)capacity * sizeof(int), 64);
        Thresholds = (float*)NativeMemory.AlignedAlloc((nuint)rows * sizeof(float), 64);
    }

    /// <summary>Per row, the lower bound above which a point is no candidate.</summary>
    public float* Thresholds { get; }

    /// <summary>Room for the candidates of one row; a whole tile of them fits behind the last one that is tolerated.</summary>
    public static int Capacity(int neighbors) => ((2 * neighbors) + 127) / 32 * 32;

    /// <summary>Begins a block of rows, the points of these slots; further rows accept nothing.</summary>
    public void Begin(ReadOnlySpan<int> slotsOfRows)
    {
        slotsOfRows.CopyTo(slots);
        Array.Clear(counts);
        new Span<float>(Thresholds, slotsOfRows.Length).Fill(float.MaxValue);
        new Span<float>(Thresholds + slotsOfRows.Length, counts.Length - slotsOfRows.Length).Fill(float.NegativeInfinity);
    }

    /// <summary>Takes in one row of a tile.</summary>
    [MethodImpl(HotLoop.Alone)]
    public void Add(int row, float* sums, int firstSlot)
    {
        float* bound = bounds + ((nint)row * capacity);
        int* index = indices + ((nint)row * capacity);
        int self = slots[row];
        int count = counts[row];
        for (uint hits = DistanceTile.AtOrBelow(sums, Thresholds[row]); hits != 0; hits &= hits - 1)
        {
            int lane = BitOperations.TrailingZeroCount(hits);
            bound[count] = sums[lane];
            index[count] = firstSlot + lane;
            count += firstSlot + lane != self ? 1 : 0;
        }

        counts[row] = count;
        if (count > capacity - DistanceTile.Columns)
        {
            Prune(row);
        }
    }

    /// <summary>Writes the k nearest of a row, nearest first, ties by index.</summary>
    public void Finish(int row, Span<int> neighborsOfRow, Span<float> distancesOfRow)
    {
        PruneByBounds(row);
        Rank(row);
        order.AsSpan(0, neighbors).CopyTo(neighborsOfRow);
        for (int k = 0; k < neighbors; k++)
        {
            distancesOfRow[k] = (float)Math.Sqrt(ranked[k]);
        }
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(bounds);
        NativeMemory.AlignedFree(indices);
        NativeMemory.AlignedFree(Thresholds);
    }

    private void Prune(int row)
    {
        PruneByBounds(row);
        if (counts[row] > (neighbors + capacity - DistanceTile.Columns) / 2)
        {
            PruneExactly(row);
        }
    }

    /// <summary>Drops what lies surely behind k others.</summary>
    [MethodImpl(HotLoop.Alone)]
    private void PruneByBounds(int row)
    {
        float* bound = bounds + ((nint)row * capacity);
        int* index = indices + ((nint)row * capacity);
        int count = counts[row];
        float nearest = Selection.Bound(bound, count, neighbors);
        float limit = points.IsExact ? nearest : UpperBound(row, nearest, Selection.Largest(bound, index, count, nearest, points.Slacks));
        counts[row] = Selection.Keep(bound, index, count, limit);
        // In a single list points come in the order of their index: without rounding errors a later one at the same distance stands behind k others.
        Thresholds[row] = Math.Min(Thresholds[row], points.IsExact && points.Lists.Count == 1 ? MathF.BitDecrement(limit) : limit);
    }

    /// <summary>What no true value of a candidate at or below <paramref name="nearest"/> can exceed, on the scale of lower bounds.</summary>
    private float UpperBound(int row, float nearest, float largestSlack) =>
        MathF.BitIncrement((float)((double)nearest + points.Slacks[slots[row]] + (2.0 * largestSlack)));

    /// <summary>Keeps the k nearest; where bounds leave too many, as among duplicates.</summary>
    private void PruneExactly(int row)
    {
        Rank(row);
        double farthest = ranked[neighbors - 1];
        int last = order[neighbors - 1];
        float* bound = bounds + ((nint)row * capacity);
        int* index = indices + ((nint)row * capacity);
        int kept = 0;
        for (int k = 0; k < counts[row]; k++)
        {
            bound[kept] = bound[k];
            index[kept] = index[k];
            kept += squares[k] < farthest || (squares[k] == farthest && points.Lists.Point(index[k]) <= last) ? 1 : 0;
        }

        counts[row] = kept;
        // Equal points share a list, which is visited in the order of their index.
        if (farthest == 0)
        {
            Thresholds[row] = float.NegativeInfinity;
        }
    }

    /// <summary>The candidates of a row by exact distance, then index: <see cref="squares"/> as they stand, <see cref="ranked"/> and <see cref="order"/> sorted.</summary>
    private void Rank(int row)
    {
        int* index = indices + ((nint)row * capacity);
        int count = counts[row];
        for (int k = 0; k < count; k++)
        {
            order[k] = points.Lists.Point(index[k]);
        }

        ExactRanking.Measure(data, points.Lists.Point(slots[row]), order.AsSpan(0, count), squares.AsSpan(0, count));
        squares.AsSpan(0, count).CopyTo(ranked);
        ExactRanking.Sort(ranked.AsSpan(0, count), order.AsSpan(0, count));
    }
}
