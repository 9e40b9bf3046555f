using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Scores x v_k of rows x on a few vectors v_k, by the tiles of <see cref="DistanceTile"/>: 256 coordinates at a time in float, those sums in double.</summary>
internal sealed unsafe class Projection : IDisposable
{
    private const int Depth = 256;
    private readonly int count;
    private readonly int depth;
    private readonly int panels;
    private readonly float* columns;

    /// <param name="vectors">All of one length.</param>
    public Projection(double[][] vectors)
    {
        count = vectors.Length;
        depth = count == 0 ? 0 : vectors[0].Length;
        int width = DistanceTile.Columns;
        panels = Blocks.Count(count, width);
        columns = (float*)NativeMemory.AlignedAlloc((nuint)Math.Max(64, panels * width * depth * sizeof(float)), 64);
        for (int k = 0; k < panels * width; k++)
        {
            for (int d = 0; d < depth; d++)
            {
                columns[((((nint)(k / width) * depth) + d) * width) + (k % width)] = k < count ? (float)vectors[k][d] : 0;
            }
        }
    }

    /// <summary>All scores of some rows, row after row.</summary>
    public double[] Apply(ReadOnlySpan<float> rows, int rowCount)
    {
        double[] scores = new double[rowCount * count];
        int height = DistanceTile.Rows;
        int tile = height * DistanceTile.Columns;
        float[] packed = GC.AllocateUninitializedArray<float>(height * depth);
        float* sums = stackalloc float[tile];
        float* zeros = stackalloc float[DistanceTile.Columns];
        new Span<float>(zeros, DistanceTile.Columns).Clear();
        fixed (float* panel = packed)
        {
            for (int first = 0; first < rowCount; first += height)
            {
                Pack(rows, first, Math.Min(height, rowCount - first), panel);
                for (int at = 0; at < panels; at++)
                {
                    AddPanel(panel, at, zeros, sums, scores, first, Math.Min(height, rowCount - first));
                }
            }
        }

        return scores;
    }

    public void Dispose() => NativeMemory.AlignedFree(columns);

    /// <summary>Negated rows as [d][height].</summary>
    private void Pack(ReadOnlySpan<float> rows, int first, int taken, float* panel)
    {
        int height = DistanceTile.Rows;
        for (int lane = 0; lane < height; lane++)
        {
            ReadOnlySpan<float> row = rows.Slice((first + Math.Min(lane, taken - 1)) * depth, depth);
            for (int d = 0; d < row.Length; d++)
            {
                panel[((nint)d * height) + lane] = -row[d];
            }
        }
    }

    private void AddPanel(float* rows, int panel, float* zeros, float* sums, double[] scores, int first, int taken)
    {
        int width = DistanceTile.Columns;
        int kept = Math.Min(width, count - (panel * width));
        byte hits = 0;
        for (int d = 0; d < depth; d += Depth)
        {
            float* from = columns + ((((nint)panel * depth) + d) * width);
            DistanceTile.Accumulate(rows + ((nint)d * DistanceTile.Rows), 0, 1, from, Math.Min(Depth, depth - d), zeros, 0, sums, zeros, &hits);
            for (int row = 0; row < taken; row++)
            {
                Span<double> to = scores.AsSpan(((first + row) * count) + (panel * width), kept);
                for (int k = 0; k < kept; k++)
                {
                    to[k] -= sums[(row * width) + k];
                }
            }
        }
    }
}
