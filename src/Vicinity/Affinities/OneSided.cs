namespace Vicinity;

/// <summary>Entries that a point gets from others which are none of its neighbours, by point, in no order.</summary>
internal sealed class OneSided<T>
{
    private readonly int pieceRows;
    private readonly int[] next;
    private readonly int[] starts;
    private readonly int[][] columns;
    private readonly T[][] values;

    /// <param name="counts">Entries per point; taken over.</param>
    /// <param name="pieceRows">Points per piece.</param>
    public OneSided(int[] counts, int pieceRows)
    {
        this.pieceRows = pieceRows;
        next = counts;
        starts = new int[counts.Length];
        columns = new int[Blocks.Count(counts.Length, pieceRows)][];
        values = new T[columns.Length][];
        for (int piece = 0; piece < columns.Length; piece++)
        {
            int sum = 0;
            for (int row = piece * pieceRows; row < Math.Min(counts.Length, (piece + 1) * pieceRows); row++)
            {
                starts[row] = sum;
                sum += counts[row];
                next[row] = starts[row];
            }

            columns[piece] = new int[sum];
            values[piece] = new T[sum];
        }
    }

    /// <summary>Adds an entry; may be called from several threads.</summary>
    public void Add(int row, int column, T value)
    {
        int slot = Interlocked.Increment(ref next[row]) - 1;
        columns[row / pieceRows][slot] = column;
        values[row / pieceRows][slot] = value;
    }

    public ReadOnlySpan<int> Columns(int row) => columns[row / pieceRows].AsSpan(starts[row]..next[row]);

    public ReadOnlySpan<T> Values(int row) => values[row / pieceRows].AsSpan(starts[row]..next[row]);

    public int Length(int row) => next[row] - starts[row];

    /// <summary>Gives a piece back.</summary>
    public void Release(int piece)
    {
        columns[piece] = [];
        values[piece] = [];
    }
}
