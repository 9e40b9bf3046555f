namespace Vicinity;

/// <summary>Entries of a sparse table in the order of a file, on their way to rows.</summary>
/// <param name="file">Which they are read from.</param>
internal sealed class SparseEntries(DataFile file)
{
    private const long FewestBytesPerRow = 16;
    private readonly List<int> rows = [];
    private readonly List<int> columns = [];
    private readonly List<float> values = [];

    public int Count => rows.Count;

    public void Add(int row, int column, float value)
    {
        rows.Add(row);
        columns.Add(column);
        values.Add(value);
    }

    /// <summary>The entries by rows.</summary>
    /// <param name="rowCount">n.</param>
    /// <param name="columnCount">d.</param>
    /// <exception cref="InvalidDataException">An entry is there twice.</exception>
    public SparseMatrix ToMatrix(int rowCount, int columnCount)
    {
        long[] starts = new long[rowCount + 1];
        foreach (int row in rows)
        {
            starts[row + 1]++;
        }

        for (int i = 0; i < rowCount; i++)
        {
            starts[i + 1] += starts[i];
        }

        long[] next = [.. starts];
        int[] sortedColumns = new int[columns.Count];
        float[] sortedValues = new float[columns.Count];
        for (int k = 0; k < rows.Count; k++)
        {
            long to = next[rows[k]]++;
            sortedColumns[to] = columns[k];
            sortedValues[to] = values[k];
        }

        return Create(file, columnCount, starts, sortedColumns, sortedValues);
    }

    /// <summary>A matrix whose faults are those of a file.</summary>
    public static SparseMatrix Create(DataFile file, int columnCount, long[] starts, int[] columns, float[] values)
    {
        try
        {
            return SparseMatrix.Create(columnCount, starts, columns, values);
        }
        catch (ArgumentException exception)
        {
            throw file.Error(exception.Message.Split(" (Parameter")[0]);
        }
    }

    /// <summary>Refuses a shape that only a damaged or a hostile file has, before anything is allocated for it.</summary>
    public static void RequireShape(DataFile file, long rows, long columns, long bytes)
    {
        if (rows < 1 || columns < 1 || Math.Max(rows, columns) > Math.Min(Array.MaxLength, FewestBytesPerRow * (bytes + 1024)))
        {
            throw file.Error($"its shape is {rows} x {columns}; a file of {bytes} bytes has at least 1 row and 1 column and not that many. It is damaged, or empty.");
        }
    }
}
