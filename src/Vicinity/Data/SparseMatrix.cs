namespace Vicinity;

/// <summary>A read-only table of which most entries are zero and not stored, row after row (CSR): counts of words or genes.</summary>
public sealed partial class SparseMatrix
{
    private readonly long[] starts;
    private readonly int[] columns;
    private readonly float[] values;

    private SparseMatrix(int columnCount, long[] starts, int[] columns, float[] values)
    {
        Columns = columnCount;
        this.starts = starts;
        this.columns = columns;
        this.values = values;
    }

    /// <summary>Number of rows, n.</summary>
    public int Rows => starts.Length - 1;

    /// <summary>Number of columns, d.</summary>
    public int Columns { get; }

    /// <summary>Number of stored entries.</summary>
    public long EntryCount => values.LongLength;

    /// <summary>A matrix with its own copy of the entries.</summary>
    /// <param name="columnCount">d, at least 1.</param>
    /// <param name="rowStarts">Row i lies from rowStarts[i] to rowStarts[i + 1]; length n + 1, from 0 to the number of entries.</param>
    /// <param name="columns">The column of each entry, 0 ... d - 1, each once in a row, in any order.</param>
    /// <param name="values">Its value, finite; beside the columns.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or an entry is out of range, twice there or not finite; the message names row and column.</exception>
    public static SparseMatrix Create(int columnCount, ReadOnlySpan<long> rowStarts, ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columnCount, 1);
        if (rowStarts.IsEmpty || rowStarts[0] != 0 || rowStarts[^1] != columns.Length || columns.Length != values.Length)
        {
            throw new ArgumentException(
                $"{rowStarts.Length} row starts, {columns.Length} columns and {values.Length} values do not fit together: starts go from 0 to the number of entries, and each entry has a column and a value.",
                nameof(rowStarts));
        }

        SparseMatrix matrix = new(columnCount, rowStarts.ToArray(), columns.ToArray(), values.ToArray());
        for (int i = 0; i < matrix.Rows; i++)
        {
            matrix.Order(i);
        }

        return matrix;
    }

    /// <summary>The entries of a table that are not zero.</summary>
    /// <param name="dense">n x d.</param>
    public static SparseMatrix From(Matrix dense)
    {
        ArgumentNullException.ThrowIfNull(dense);
        List<int> columns = [];
        List<float> values = [];
        long[] starts = new long[dense.Rows + 1];
        for (int i = 0; i < dense.Rows; i++)
        {
            ReadOnlySpan<float> row = dense.Row(i);
            for (int d = 0; d < row.Length; d++)
            {
                if (row[d] != 0)
                {
                    columns.Add(d);
                    values.Add(row[d]);
                }
            }

            starts[i + 1] = columns.Count;
        }

        return Create(dense.Columns, starts, columns.ToArray(), values.ToArray());
    }

    /// <summary>The columns of the entries of a row, ascending.</summary>
    /// <param name="row">0 ... n - 1.</param>
    public ReadOnlySpan<int> RowColumns(int row) => columns.AsSpan(Range(row));

    /// <summary>The values beside <see cref="RowColumns"/>.</summary>
    /// <param name="row">0 ... n - 1.</param>
    public ReadOnlySpan<float> RowValues(int row) => values.AsSpan(Range(row));

    /// <summary>The same entries by columns: d x n. Cost: O(entries).</summary>
    public SparseMatrix Transpose()
    {
        long[] ends = new long[Columns + 1];
        foreach (int column in columns)
        {
            ends[column + 1]++;
        }

        for (int d = 0; d < Columns; d++)
        {
            ends[d + 1] += ends[d];
        }

        long[] next = [.. ends];
        SparseMatrix transposed = new(Math.Max(1, Rows), ends, new int[columns.Length], new float[values.Length]);
        for (int i = 0; i < Rows; i++)
        {
            for (long at = starts[i]; at < starts[i + 1]; at++)
            {
                long to = next[columns[at]]++;
                transposed.columns[to] = i;
                transposed.values[to] = values[at];
            }
        }

        return transposed;
    }

    /// <summary>Some of the rows, in the given order.</summary>
    internal SparseMatrix Select(IReadOnlyList<int> rows) => Build(Columns, rows.Count, (i, columnsOfRow, valuesOfRow) =>
    {
        columnsOfRow.AddRange(RowColumns(rows[i]));
        valuesOfRow.AddRange(RowValues(rows[i]));
    });

    /// <summary>The same rows with columns behind the last in which nothing stands.</summary>
    /// <param name="columnCount">At least <see cref="Columns"/>.</param>
    internal SparseMatrix Widened(int columnCount) => new(columnCount, starts, columns, values);

    /// <summary>The rows written out, zeros and all.</summary>
    internal Matrix ToMatrix() => Matrix.Create(Rows, Columns, (i, row) =>
    {
        for (int k = 0; k < RowColumns(i).Length; k++)
        {
            row[RowColumns(i)[k]] = RowValues(i)[k];
        }
    });

    /// <summary>The same without entries that are stored but zero.</summary>
    internal SparseMatrix WithoutZeros() => !values.AsSpan().Contains(0) ? this : Build(Columns, Rows, (i, columnsOfRow, valuesOfRow) =>
    {
        for (long at = starts[i]; at < starts[i + 1]; at++)
        {
            if (values[at] != 0)
            {
                columnsOfRow.Add(columns[at]);
                valuesOfRow.Add(values[at]);
            }
        }
    });

    /// <summary>Rows that are written by a function, columns ascending.</summary>
    internal static SparseMatrix Build(int columnCount, int rows, Action<int, List<int>, List<float>> write)
    {
        List<int> columns = [];
        List<float> values = [];
        long[] starts = new long[rows + 1];
        for (int i = 0; i < rows; i++)
        {
            write(i, columns, values);
            starts[i + 1] = columns.Count;
        }

        return new(columnCount, starts, [.. columns], [.. values]);
    }

    private Range Range(int row) => (int)starts[row]..(int)starts[row + 1];

    private void Order(int row)
    {
        if (starts[row] > starts[row + 1] || starts[row + 1] > columns.Length)
        {
            throw new ArgumentException($"Row {row} would lie from entry {starts[row]} to {starts[row + 1]} of {columns.Length}. Row starts must not fall.", nameof(row));
        }

        Span<int> own = columns.AsSpan(Range(row));
        own.Sort(values.AsSpan(Range(row)));
        for (int k = 0; k < own.Length; k++)
        {
            string? fault = own[k] < 0 || own[k] >= Columns ? $"does not exist: there are {Columns} columns"
                : k > 0 && own[k] == own[k - 1] ? "is there twice"
                : !float.IsFinite(RowValues(row)[k]) ? $"is {RowValues(row)[k]}; every value must be a finite number"
                : null;
            if (fault is not null)
            {
                throw new ArgumentException($"Row {row}, column {own[k]} (both counted from 0) {fault}.", nameof(row));
            }
        }
    }
}
