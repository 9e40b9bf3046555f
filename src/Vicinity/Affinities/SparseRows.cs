namespace Vicinity;

/// <summary>Entries by rows, columns ascending, in pieces of equally many rows.</summary>
/// <param name="PieceRows">Rows per piece; the last one may have fewer.</param>
/// <param name="Ends">Per piece and row, the place behind its last entry in the piece.</param>
/// <param name="Columns">Per piece, the columns of all its rows.</param>
/// <param name="Values">Per piece, the values beside them.</param>
internal sealed record SparseRows(int PieceRows, int[][] Ends, int[][] Columns, float[][] Values)
{
    private const int BlockRows = 256;

    public int Count => Ends.Length == 0 ? 0 : ((Ends.Length - 1) * PieceRows) + Ends[^1].Length;

    public long EntryCount => Columns.Sum(piece => piece.LongLength);

    /// <summary>All rows in one piece.</summary>
    /// <param name="offsets">Row i lies from offsets[i] to offsets[i + 1].</param>
    /// <param name="columns">Ascending in every row.</param>
    /// <param name="values">Beside the columns.</param>
    public static SparseRows Single(long[] offsets, int[] columns, float[] values) =>
        new(Math.Max(1, offsets.Length - 1), [Array.ConvertAll(offsets[1..], end => (int)end)], [columns], [values]);

    /// <summary>Builds all rows by a function that is called twice for each: to count, and to write.</summary>
    /// <param name="count">Rows.</param>
    /// <param name="pieceRows">Rows per piece.</param>
    /// <param name="threads">Cores to use.</param>
    /// <param name="merge">Writes a row; with empty spans it only counts.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static SparseRows Assemble(int count, int pieceRows, int threads, RowMerge merge, CancellationToken cancellation)
    {
        SparseRows result = Empty(count, pieceRows);
        for (int piece = 0; piece < result.Ends.Length; piece++)
        {
            int start = piece * pieceRows;
            int[] ends = result.Ends[piece];
            Blocks.Run(ends.Length, BlockRows, threads, (_, first, end) =>
            {
                for (int row = first; row < end; row++)
                {
                    ends[row] = merge(start + row, default, default);
                }
            }, cancellation);
            Accumulate(ends);
            int[] columns = result.Columns[piece] = new int[ends[^1]];
            float[] values = result.Values[piece] = new float[ends[^1]];
            Blocks.Run(ends.Length, BlockRows, threads, (_, first, end) =>
            {
                for (int row = first; row < end; row++)
                {
                    Range range = (row == 0 ? 0 : ends[row - 1])..ends[row];
                    merge(start + row, columns.AsSpan(range), values.AsSpan(range));
                }
            }, cancellation);
        }

        return result;
    }

    public ReadOnlySpan<int> RowColumns(int row) => Columns[row / PieceRows].AsSpan(RowRange(row));

    public Span<float> RowValues(int row) => Values[row / PieceRows].AsSpan(RowRange(row));

    /// <summary>The same entries by columns. Rows of the result ascend, because sources are scattered in order; O(entries), no sorting.</summary>
    public SparseRows Transpose()
    {
        SparseRows result = Empty(Count, PieceRows);
        foreach (int column in Columns.SelectMany(piece => piece))
        {
            result.Ends[column / PieceRows][column % PieceRows]++;
        }

        for (int piece = 0; piece < Ends.Length; piece++)
        {
            int[] ends = result.Ends[piece];
            Accumulate(ends);
            result.Columns[piece] = new int[ends[^1]];
            result.Values[piece] = new float[ends[^1]];

            // The starts of the rows; scattering moves each to the end of its row.
            Array.Copy(ends, 0, ends, 1, ends.Length - 1);
            ends[0] = 0;
        }

        Scatter(result);
        return result;
    }

    /// <summary>The sum of a row, in order, in double.</summary>
    public double RowSum(int row)
    {
        double sum = 0;
        foreach (float value in RowValues(row))
        {
            sum += value;
        }

        return sum;
    }

    private void Scatter(SparseRows transposed)
    {
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<int> columns = RowColumns(i);
            ReadOnlySpan<float> values = RowValues(i);
            for (int k = 0; k < columns.Length; k++)
            {
                (int piece, int row) = Math.DivRem(columns[k], PieceRows);
                int slot = transposed.Ends[piece][row]++;
                transposed.Columns[piece][slot] = i;
                transposed.Values[piece][slot] = values[k];
            }
        }
    }

    private static SparseRows Empty(int count, int pieceRows)
    {
        int pieces = Blocks.Count(count, pieceRows);
        int[][] ends = [.. Enumerable.Range(0, pieces).Select(piece => new int[Math.Min(pieceRows, count - (piece * pieceRows))])];
        return new(pieceRows, ends, new int[pieces][], new float[pieces][]);
    }

    private static void Accumulate(int[] lengths)
    {
        for (int row = 1; row < lengths.Length; row++)
        {
            lengths[row] += lengths[row - 1];
        }
    }

    private Range RowRange(int row)
    {
        int[] ends = Ends[row / PieceRows];
        int at = row % PieceRows;
        return (at == 0 ? 0 : ends[at - 1])..ends[at];
    }
}
