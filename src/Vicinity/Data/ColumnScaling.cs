namespace Vicinity;

/// <summary>x -> (x - shift) x factor for every kept column, as found on one data set and applicable to more of its kind.</summary>
internal sealed class ColumnScaling
{
    /// <param name="columns">The columns that are kept.</param>
    /// <param name="shifts">One per kept column.</param>
    /// <param name="factors">One per kept column.</param>
    public ColumnScaling(int[] columns, double[] shifts, double[] factors)
    {
        Columns = columns;
        Shifts = shifts;
        Factors = factors;
    }

    public int[] Columns { get; }

    public double[] Shifts { get; }

    public double[] Factors { get; }

    /// <summary>Finds the shifts and factors of a way of scaling; whitening is centred only, because the rest of it is no affair of single columns.</summary>
    /// <param name="data">n x d.</param>
    /// <param name="columns">The columns to keep, ascending: those that are not constant; if there are none, the first one is kept as zeros.</param>
    /// <param name="scaling">How.</param>
    public static ColumnScaling Fit(Matrix data, int[] columns, InputScaling scaling)
    {
        if (columns.Length == 0)
        {
            return new([0], [0], [0]);
        }

        ColumnSummary[] summaries = ColumnSummary.Of(data, columns);
        double[] means = Array.ConvertAll(summaries, column => column.Mean);
        double[] ones = Array.ConvertAll(summaries, _ => 1.0);
        double lowest = summaries.Min(column => column.Minimum);
        double spread = summaries.Max(column => column.Maximum) - lowest;
        double largest = summaries.Max(column => Math.Max(column.Maximum - column.Mean, column.Mean - column.Minimum));
        return scaling switch
        {
            InputScaling.Standard => new(columns, means, Array.ConvertAll(summaries, column => 1 / column.Deviation)),
            InputScaling.Range => new(columns, Array.ConvertAll(summaries, c => c.Minimum), Array.ConvertAll(summaries, c => 1 / (c.Maximum - c.Minimum))),
            InputScaling.Matrix => new(columns, Array.ConvertAll(ones, _ => lowest), Array.ConvertAll(ones, _ => 1 / spread)),
            InputScaling.AbsoluteMaximum => new(columns, means, Array.ConvertAll(ones, _ => 1 / largest)),
            InputScaling.PcaWhiten or InputScaling.Zca => new(columns, means, ones),
            _ => new(columns, Array.ConvertAll(ones, _ => 0.0), ones),
        };
    }

    /// <summary>The kept columns of a data set, scaled.</summary>
    public Matrix Apply(Matrix data) => Matrix.Create(data.Rows, Columns.Length, (i, row) =>
    {
        ReadOnlySpan<float> values = data.Row(i);
        for (int k = 0; k < row.Length; k++)
        {
            row[k] = (float)((values[Columns[k]] - Shifts[k]) * Factors[k]);
        }
    });
}
