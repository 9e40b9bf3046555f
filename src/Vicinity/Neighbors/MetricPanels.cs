using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>All points as panels of columns for <see cref="MetricTile"/>, zeros behind the last.</summary>
internal sealed unsafe class MetricPanels : IDisposable
{
    private readonly Matrix data;
    private readonly float* values;

    public MetricPanels(Matrix data)
    {
        this.data = data;
        Count = Blocks.Count(data.Rows, MetricTile.Columns);
        nuint room = (nuint)Count * MetricTile.Columns * (nuint)data.Columns * sizeof(float);
        values = (float*)NativeMemory.AlignedAlloc(room, 64);
        NativeMemory.Clear(values, room);
        for (int i = 0; i < data.Rows; i++)
        {
            Write(data, i, Panel(i / MetricTile.Columns) + (i % MetricTile.Columns), MetricTile.Columns);
        }
    }

    /// <summary>Number of panels.</summary>
    public int Count { get; }

    /// <summary>Sixteen points, [d][16].</summary>
    public float* Panel(int panel) => values + ((nint)panel * MetricTile.Columns * data.Columns);

    /// <summary>Packs some points as panels of rows, [d][6]; the last panel may hold what it held before behind the last point.</summary>
    public static void PackRows(Matrix from, int first, int count, float* rows)
    {
        for (int row = 0; row < count; row++)
        {
            nint panel = (nint)(row / MetricTile.Rows) * MetricTile.Rows * from.Columns;
            Write(from, first + row, rows + panel + (row % MetricTile.Rows), MetricTile.Rows);
        }
    }

    public void Dispose() => NativeMemory.AlignedFree(values);

    private static void Write(Matrix from, int point, float* to, int stride)
    {
        ReadOnlySpan<float> row = from.Row(point);
        for (int d = 0; d < row.Length; d++)
        {
            to[(nint)d * stride] = row[d];
        }
    }
}
