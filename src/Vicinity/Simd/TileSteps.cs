namespace Vicinity;

/// <summary><see cref="DistanceTile"/> over any number of coordinates, added in steps, so that a step of the panel stays in the nearest cache.</summary>
internal static unsafe class TileSteps
{
    private const int Depth = 1024;

    /// <summary>One panel of columns against several whole panels of rows; the parameters are those of <see cref="DistanceTile.Accumulate"/>.</summary>
    public static void Accumulate(
        float* rows, int panels, int depth, float* columns, float* start, nint startStride, float* sums, float* thresholds, byte* hits)
    {
        for (int d = 0; d < depth; d += Depth)
        {
            DistanceTile.Accumulate(
                rows + ((nint)d * DistanceTile.Rows),
                (nint)depth * DistanceTile.Rows,
                panels,
                columns + ((nint)d * DistanceTile.Columns),
                Math.Min(Depth, depth - d),
                start,
                startStride,
                sums,
                thresholds,
                hits);
            start = sums;
            startStride = DistanceTile.Columns;
        }
    }
}
