namespace Vicinity;

/// <summary>What the checks of a table ask of all its values, found in one pass.</summary>
/// <param name="Rows">n.</param>
/// <param name="Columns">Sum and extremes of every column; not finite sums where a value is not.</param>
/// <param name="Zeros">How many values are 0; -1 if one is below 0 or not whole.</param>
/// <param name="Lengths">Sum of the lengths |x| of the rows.</param>
/// <param name="Squares">Sum of |x|^2.</param>
internal sealed record TableScan(int Rows, ColumnRange[] Columns, long Zeros, double Lengths, double Squares)
{
    private const int BlockRows = 1024;

    /// <summary>Looks at all values; sums of fixed blocks of rows are added in their order.</summary>
    public static TableScan Of(Matrix data, int threads, CancellationToken cancellation = default)
    {
        TableScan[] parts = new TableScan[Blocks.Count(data.Rows, BlockRows)];
        Blocks.Run(data.Rows, BlockRows, threads, (block, first, end) => parts[block] = OfRows(data, first, end), cancellation);
        return parts.Aggregate(new TableScan(0, Centering.NoRanges(data.Columns), 0, 0, 0), (all, part) => all.With(part));
    }

    private TableScan With(TableScan next)
    {
        for (int d = 0; d < Columns.Length; d++)
        {
            Columns[d].Include(next.Columns[d]);
        }

        return new(Rows + next.Rows, Columns, Zeros < 0 || next.Zeros < 0 ? -1 : Zeros + next.Zeros, Lengths + next.Lengths, Squares + next.Squares);
    }

    private static TableScan OfRows(Matrix data, int first, int end)
    {
        long zeros = 0;
        double lengths = 0;
        double squares = 0;
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<float> row = data.Row(i);
            int here = zeros < 0 ? -1 : RowScan.ZerosOfCounts(row);
            zeros = here < 0 ? -1 : zeros + here;
            double square = RowScan.SquaredLength(row);
            lengths += Math.Sqrt(square);
            squares += square;
        }

        return new(end - first, Centering.RangesOfRows(data, first, end), zeros, lengths, squares);
    }
}
