namespace Vicinity;

/// <summary>A shift and a scale, x -> (x - center) scale, after which products of floats neither lose the data's digits nor leave their range.</summary>
/// <remarks>
/// Distances do not depend on the center; the rounding errors of |y|^2 / 2 - x y do. Centers are column means, rounded to a coarse power of two,
/// so that whole numbers stay whole; the scale is a power of two, so that it changes no digit.
/// </remarks>
internal sealed class Centering
{
    private const int BlockRows = 1024;
    private const int TopExponent = 39;
    private readonly float[] center;

    private Centering(float[] center, double scale)
    {
        this.center = center;
        Scale = scale;
    }

    public double Scale { get; }

    /// <summary>The centering of a data set.</summary>
    /// <exception cref="ArgumentException">A value is not finite, or the spread of the data is beyond the range of float.</exception>
    public static Centering Of(Matrix data, int threads, CancellationToken cancellation)
    {
        ColumnRange[] columns = Ranges(data, threads, cancellation);
        RequireFinite(data, columns);
        double diagonal = Math.Sqrt(columns.Sum(column => column.Width * column.Width));
        if (diagonal > float.MaxValue)
        {
            throw new ArgumentException(
                $"The values spread over {diagonal:g3}, but distances up to {float.MaxValue:g3} can be held. Divide the data by {diagonal:g1}.", nameof(data));
        }

        float[] centers = Array.ConvertAll(columns, column => column.Center(data.Rows));
        double largest = columns.Zip(centers, (column, c) => Math.Max(column.Most - (double)c, (double)c - column.Least)).Max();
        return new(centers, largest > 0 ? Math.ScaleB(1, TopExponent - Math.ILogB(largest)) : 1);
    }

    /// <summary>One centered coordinate.</summary>
    public float Apply(float value, int column) => (float)((value - (double)center[column]) * Scale);

    /// <summary>True if the centered value is a multiple of <paramref name="step"/> that has lost no digit of the given one.</summary>
    public bool IsOnLattice(float value, int column, double step)
    {
        float centered = Apply(value, column);
        double steps = centered / step;
        return steps == Math.Floor(steps) && (centered / Scale) + center[column] == value;
    }

    /// <summary>Sum and extremes of every column; of at least one row.</summary>
    public static ColumnRange[] Ranges(Matrix data, int threads, CancellationToken cancellation)
    {
        var partial = new ColumnRange[Blocks.Count(data.Rows, BlockRows)][];
        Blocks.Run(data.Rows, BlockRows, threads, (block, first, end) => partial[block] = RangesOfRows(data, first, end), cancellation);
        ColumnRange[] total = partial[0];
        foreach (ColumnRange[] part in partial.AsSpan(1))
        {
            for (int d = 0; d < total.Length; d++)
            {
                total[d].Include(part[d]);
            }
        }

        return total;
    }

    /// <summary>Of some rows.</summary>
    public static ColumnRange[] RangesOfRows(Matrix data, int first, int end)
    {
        double[] sums = new double[data.Columns];
        float[] least = new float[data.Columns];
        float[] most = new float[data.Columns];
        Array.Fill(least, float.PositiveInfinity);
        Array.Fill(most, float.NegativeInfinity);
        for (int i = first; i < end; i++)
        {
            ColumnScan.Include(data.Row(i), sums, least, most);
        }

        return [.. sums.Select((sum, d) => new ColumnRange(sum, least[d], most[d]))];
    }

    /// <summary>Of no rows.</summary>
    public static ColumnRange[] NoRanges(int columns)
    {
        ColumnRange[] ranges = new ColumnRange[columns];
        Array.Fill(ranges, new(0, float.PositiveInfinity, float.NegativeInfinity));
        return ranges;
    }

    private static void RequireFinite(Matrix data, ColumnRange[] columns)
    {
        int bad = Array.FindIndex(columns, column => !double.IsFinite(column.Sum));
        if (bad < 0)
        {
            return;
        }

        int row = Enumerable.Range(0, data.Rows).First(i => !float.IsFinite(data[i, bad]));
        throw new ArgumentException($"The value in row {row}, column {bad} is {data[row, bad]}, but distances need finite numbers. Drop the row or fill the value in.", nameof(data));
    }
}
