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
        double[][] sums = new double[Blocks.Count(data.Rows, BlockRows)][];
        float[][] extremes = new float[2 * sums.Length][];
        Blocks.Run(data.Rows, BlockRows, threads, (block, first, end) =>
        {
            sums[block] = new double[data.Columns];
            float[] least = extremes[2 * block] = [.. Enumerable.Repeat(float.PositiveInfinity, data.Columns)];
            float[] most = extremes[(2 * block) + 1] = [.. Enumerable.Repeat(float.NegativeInfinity, data.Columns)];
            for (int i = first; i < end; i++)
            {
                ColumnScan.Include(data.Row(i), sums[block], least, most);
            }
        });
        double[] means = new double[data.Columns];
        foreach (double[] sum in sums)
        {
            DotProduct.AddScaled(means, sum, 1.0 / data.Rows);
        }

        double largest = extremes.SelectMany(values => values.Select((value, d) => Math.Abs(value - means[d]))).DefaultIfEmpty(0).Max();
        return new(means, largest > 0 ? Math.ScaleB(1, -Math.ILogB(largest)) : 1);
    }

    /// <summary>(x - mean) scale, in float.</summary>
    public void Center(ReadOnlySpan<float> point, Span<float> centered) => ColumnScan.Center(point, Means, Scale, centered);

    /// <summary>x - mean, in double.</summary>
    public void Subtract(ReadOnlySpan<float> point, Span<double> centered)
    {
        for (int d = 0; d < point.Length; d++)
        {
            centered[d] = point[d] - Means[d];
        }
    }
}
