namespace Vicinity;

/// <summary>New points of which the distances to the points of a map are given.</summary>
/// <param name="distances">m x n, r, not squared.</param>
internal sealed class DistanceRows(Matrix distances) : RowSpace
{
    public override int Count => distances.Rows;

    public override NeighborGraph Graph(int neighbors, NeighborMethod method, int threads, CancellationToken cancellation) =>
        throw new NotSupportedException("Distances between new points are not given.");

    public override void Measure(RowSpace queries, int query, Span<double> distancesOfQuery) =>
        throw new NotSupportedException("Distances between new points are not given.");

    public override double Distance(int i, int j) => throw new NotSupportedException("Distances between new points are not given.");

    /// <summary>The row and column of the first value that is no distance; null if all are.</summary>
    public (int Row, int Column)? Odd()
    {
        for (int i = 0; i < distances.Rows; i++)
        {
            int column = distances.Row(i).IndexOfAnyExceptInRange(0, float.MaxValue);
            if (column >= 0)
            {
                return (i, column);
            }
        }

        return null;
    }

    public void CopyRow(int row, Span<double> values)
    {
        ReadOnlySpan<float> given = distances.Row(row);
        for (int j = 0; j < values.Length; j++)
        {
            values[j] = given[j];
        }
    }
}
