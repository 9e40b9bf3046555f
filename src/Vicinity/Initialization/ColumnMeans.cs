namespace Vicinity;

/// <summary>Means of the columns in double, and the power of two that brings the largest deviation from them near one.</summary>
/// <param name="Means">One per column.</param>
/// <param name="Scale">2^-e for a largest deviation of about 2^e; 1 if there is none.</param>
internal sealed record ColumnMeans(double[] Means, double Scale)
{
    private const int BlockRows = 512;

    /// <summary>Measures a data set; sums of fixed blocks of rows are added in their order.</summary>
    public static ColumnMeans Of(Matrix data, int threads)
    {
        int blocks = Blocks.Count(data.Rows, BlockRows);
        double[][] sums = new double[blocks][];
        Blocks.Run(data.Rows, BlockRows, threads, (block, first, end) => sums[block] = Sums(data, first, end));
        double[] means = new double[data.Columns];
        foreach (double[] sum in sums)
        {
            DotProduct.AddScaled(means, sum, 1.0 / data.Rows);
        }

        double[] deviations = new double[blocks];
        Blocks.Run(data.Rows, BlockRows, threads, (block, first, end) => deviations[block] = LargestDeviation(data, means, first, end));
        double largest = deviations.DefaultIfEmpty(0).Max();
        return new(means, largest > 0 ? Math.ScaleB(1, -Math.ILogB(largest)) : 1);
    }

    /// <summary>(x - mean) scale, in float.</summary>
    public void Center(ReadOnlySpan<float> point, Span<float> centered)
    {
        for (int d = 0; d < point.Length; d++)
        {
            centered[d] = (float)((point[d] - Means[d]) * Scale);
        }
    }

    /// <summary>x - mean, in double.</summary>
    public void Subtract(ReadOnlySpan<float> point, Span<double> centered)
    {
        for (int d = 0; d < point.Length; d++)
        {
            centered[d] = point[d] - Means[d];
        }
    }

    private static double[] Sums(Matrix data, int first, int end)
    {
        double[] sums = new double[data.Columns];
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<float> row = data.Row(i);
            for (int d = 0; d < row.Length; d++)
            {
                sums[d] += row[d];
            }
        }

        return sums;
    }

    private static double LargestDeviation(Matrix data, double[] means, int first, int end)
    {
        double largest = 0;
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<float> row = data.Row(i);
            for (int d = 0; d < row.Length; d++)
            {
                largest = Math.Max(largest, Math.Abs(row[d] - means[d]));
            }
        }

        return largest;
    }
}
