namespace Vicinity;

/// <summary>Rows divided by their lengths, so that Euclidean distances are those of directions: r^2 = 2 (1 - cosine).</summary>
/// <remarks>
/// A row without a direction is put at 1 on an axis of its own, one column more than the data has: at r^2 = 2 from all others, as for a similarity of 0,
/// and at 0 from its like.
/// </remarks>
internal static class UnitRows
{
    /// <summary>The rows of a table.</summary>
    /// <param name="data">n x d, finite.</param>
    /// <param name="centered">Whether the mean of each row is subtracted first, for correlations.</param>
    /// <param name="hasAxis">Whether there is a column for rows without a direction.</param>
    public static Matrix Of(Matrix data, bool centered, bool hasAxis) => Matrix.Create(data.Rows, data.Columns + (hasAxis ? 1 : 0), (i, row) =>
    {
        double mean = centered ? Mean(data.Row(i)) : 0;
        double length = Length(data.Row(i), mean);
        for (int d = 0; d < data.Columns && length > 0; d++)
        {
            row[d] = (float)((data.Row(i)[d] - mean) / length);
        }

        row[^1] = length > 0 ? row[^1] : 1;
    });

    /// <summary>The rows of a table that have no direction.</summary>
    public static int[] Without(Matrix data, bool centered) =>
        [.. Enumerable.Range(0, data.Rows).Where(i => Length(data.Row(i), centered ? Mean(data.Row(i)) : 0) == 0)];

    /// <summary>The rows of a sparse table, for cosines.</summary>
    /// <param name="data">n x d, finite, without stored zeros.</param>
    /// <param name="hasAxis">Whether there is a column for rows without a direction; without it there are none such.</param>
    public static SparseMatrix Of(SparseMatrix data, bool hasAxis) => SparseMatrix.Build(data.Columns + (hasAxis ? 1 : 0), data.Rows, (i, columnsOfRow, valuesOfRow) =>
    {
        double length = Length(data.RowValues(i), 0);
        columnsOfRow.AddRange(length > 0 ? data.RowColumns(i) : [data.Columns]);
        foreach (float value in length > 0 ? data.RowValues(i) : [1f])
        {
            valuesOfRow.Add((float)(value / (length > 0 ? length : 1)));
        }
    });

    /// <summary>The rows of a sparse table, without stored zeros, in which nothing stands.</summary>
    public static int[] Without(SparseMatrix data) => [.. Enumerable.Range(0, data.Rows).Where(i => data.RowColumns(i).IsEmpty)];

    /// <summary>The mean of a row; exact for a constant one.</summary>
    public static double Mean(ReadOnlySpan<float> row)
    {
        double sum = 0;
        foreach (float value in row)
        {
            sum += (double)value - row[0];
        }

        return row[0] + (sum / row.Length);
    }

    /// <summary>sqrt(sum (x - mean)^2).</summary>
    public static double Length(ReadOnlySpan<float> row, double mean)
    {
        double sum = 0;
        foreach (float value in row)
        {
            sum += (value - mean) * (value - mean);
        }

        return Math.Sqrt(sum);
    }
}
