namespace Vicinity;

/// <summary>A read-only table of numbers, X in R^(rows x columns), one point per row.</summary>
/// <remarks>
/// Values are <see cref="float"/>, row after row. Rows are the only way in, so that a matrix of more than 2^31 values can be kept in
/// several pieces without a change for its users.
/// </remarks>
public sealed partial class Matrix
{
    private readonly ReadOnlyMemory<float> values;

    private Matrix(ReadOnlyMemory<float> values, int rows, int columns)
    {
        this.values = values;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Number of points.</summary>
    public int Rows { get; }

    /// <summary>Number of values per point.</summary>
    public int Columns { get; }

    /// <summary>Number of values, rows x columns.</summary>
    public long Count => (long)Rows * Columns;

    /// <summary>One value.</summary>
    /// <param name="row">The point, 0 ... Rows - 1.</param>
    /// <param name="column">The coordinate, 0 ... Columns - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The row or the column does not exist.</exception>
    public float this[int row, int column] => Row(row)[column];

    /// <summary>One point.</summary>
    /// <param name="row">The point, 0 ... Rows - 1.</param>
    /// <returns>Its values; length Columns; valid as long as the matrix.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The row does not exist.</exception>
    public ReadOnlySpan<float> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        return values.Span.Slice(row * Columns, Columns);
    }

    /// <summary>A matrix over the caller's own memory, without a copy; the caller must not change it afterwards.</summary>
    /// <param name="values">Row after row; length rows x columns.</param>
    /// <param name="rows">Number of points, at least 0.</param>
    /// <param name="columns">Number of values per point, at least 1.</param>
    /// <exception cref="ArgumentException">The length is not rows x columns, or a count is out of range.</exception>
    public static Matrix Wrap(ReadOnlyMemory<float> values, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.Length != (long)rows * columns)
        {
            throw new ArgumentException($"{rows} rows of {columns} columns need {(long)rows * columns} values, but there are {values.Length}.", nameof(values));
        }

        return new(values, rows, columns);
    }

    /// <summary>A matrix with its own copy of the values.</summary>
    /// <param name="values">Row after row; length rows x columns.</param>
    /// <param name="rows">Number of points, at least 0.</param>
    /// <param name="columns">Number of values per point, at least 1.</param>
    /// <exception cref="ArgumentException">The length is not rows x columns, or a count is out of range.</exception>
    public static Matrix Copy(ReadOnlySpan<float> values, int rows, int columns) => Wrap(values.ToArray(), rows, columns);

    /// <summary>A matrix with its own copy of the values.</summary>
    /// <param name="values">One point per row of the array.</param>
    /// <exception cref="ArgumentException">The array has no columns.</exception>
    public static Matrix Copy(float[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Create(values.GetLength(0), values.GetLength(1), (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = values[i, d];
            }
        });
    }

    /// <summary>A matrix with its own copy of the values.</summary>
    /// <param name="rows">The points, all of one length; at least one of them.</param>
    /// <exception cref="ArgumentException">There is no point, or a point has another length than the first one; the message names it.</exception>
    public static Matrix Copy(IEnumerable<float[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        float[][] points = [.. rows];
        if (points.Length == 0)
        {
            throw new ArgumentException("There are no points; give at least one.", nameof(rows));
        }

        int columns = points[0].Length;
        int odd = Array.FindIndex(points, point => point.Length != columns);
        return odd < 0
            ? Create(points.Length, columns, (i, row) => points[i].CopyTo(row))
            : throw new ArgumentException($"Point {odd} has {points[odd].Length} values, but point 0 has {columns}. All points need one length.", nameof(rows));
    }

    /// <summary>A matrix whose rows are written by a function.</summary>
    /// <param name="rows">Number of points, at least 0.</param>
    /// <param name="columns">Number of values per point, at least 1.</param>
    /// <param name="fill">Called once per row, in order, with a span of zeros to be filled.</param>
    /// <exception cref="ArgumentException">A count is out of range, or rows x columns exceeds 2^31 - 57, the limit of this version.</exception>
    public static Matrix Create(int rows, int columns, RowWriter fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if ((long)rows * columns > Array.MaxLength)
        {
            throw new ArgumentException($"{rows} rows of {columns} columns are {(long)rows * columns} values; this version holds at most {Array.MaxLength}.", nameof(rows));
        }

        float[] filled = new float[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            fill(i, filled.AsSpan(i * columns, columns));
        }

        return new(filled, rows, columns);
    }

    /// <summary>Refuses values that are not numbers.</summary>
    internal void ThrowIfNotFinite(string parameter)
    {
        for (int i = 0; i < Rows; i++)
        {
            ReadOnlySpan<float> row = Row(i);
            for (int d = 0; d < row.Length; d++)
            {
                if (!float.IsFinite(row[d]))
                {
                    throw new ArgumentException($"Row {i}, column {d} is {row[d]}; every value must be a finite number. Remove or replace it.", parameter);
                }
            }
        }
    }
}
