using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>The points of a block of rows: one after the other, as panels of rows, and what is known of their lists.</summary>
internal sealed unsafe class RowBlock : IDisposable
{
    private readonly PackedPoints points;
    private readonly float* coordinates;
    private readonly float* panels;
    private readonly int depth;

    public RowBlock(PackedPoints points, int rows)
    {
        this.points = points;
        depth = points.Depth;
        Room = Blocks.Count(rows, DistanceTile.Rows) * DistanceTile.Rows;
        coordinates = (float*)NativeMemory.AlignedAlloc((nuint)Room * (nuint)depth * sizeof(float), 64);
        panels = (float*)NativeMemory.AlignedAlloc((nuint)Room * (nuint)depth * sizeof(float), 64);
    }

    /// <summary>Rows that can be held.</summary>
    public int Room { get; }

    /// <summary>Takes the points of some slots.</summary>
    public void Begin(ReadOnlySpan<int> slots)
    {
        for (int row = 0; row < slots.Length; row++)
        {
            float* from = points.Columns(slots[row] / DistanceTile.Columns) + (slots[row] % DistanceTile.Columns);
            float* to = coordinates + ((nint)row * depth);
            for (int d = 0; d < depth; d++)
            {
                to[d] = from[(nint)d * DistanceTile.Columns];
            }
        }
    }

    /// <summary>Some of the rows, negated, as row panels; zeros behind the last.</summary>
    public float* Pack(ReadOnlySpan<int> rows)
    {
        int height = DistanceTile.Rows;
        for (int first = 0; first < rows.Length; first += height)
        {
            PackPanel(rows[first..Math.Min(rows.Length, first + height)], panels + ((nint)first * depth));
        }

        return panels;
    }

    /// <summary>One panel of rows as columns; zeros behind the last.</summary>
    public void PackColumns(int firstRow, int count, float* columns)
    {
        int width = DistanceTile.Columns;
        for (int lane = 0; lane < width; lane++)
        {
            float* from = coordinates + ((nint)(firstRow + lane) * depth);
            for (int d = 0; d < depth; d++)
            {
                columns[(d * width) + lane] = lane < count ? from[d] : 0;
            }
        }
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(coordinates);
        NativeMemory.AlignedFree(panels);
    }

    private void PackPanel(ReadOnlySpan<int> rows, float* to)
    {
        int height = DistanceTile.Rows;
        for (int lane = 0; lane < height; lane++)
        {
            float* from = lane < rows.Length ? coordinates + ((nint)rows[lane] * depth) : null;
            for (int d = 0; d < depth; d++)
            {
                to[(nint)d * height + lane] = from is null ? 0 : -from[d];
            }
        }
    }
}
