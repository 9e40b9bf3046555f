using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Mean, standard deviation (n - 1) and range of a column, in double.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ColumnSummary(double Mean, double Deviation, double Minimum, double Maximum)
{
    /// <summary>The summaries of some columns; deviations in a second pass, so that a large mean does not eat their digits.</summary>
    public static ColumnSummary[] Of(Matrix data, int[] columns)
    {
        double[] sums = new double[columns.Length];
        double[] squares = new double[columns.Length];
        double[] lowest = [.. columns.Select(_ => double.PositiveInfinity)];
        double[] highest = [.. columns.Select(_ => double.NegativeInfinity)];
        ForEach(data, columns, (k, value) =>
        {
            sums[k] += value;
            lowest[k] = Math.Min(lowest[k], value);
            highest[k] = Math.Max(highest[k], value);
        });
        double[] means = Array.ConvertAll(sums, sum => sum / data.Rows);
        ForEach(data, columns, (k, value) => squares[k] += (value - means[k]) * (value - means[k]));
        return [.. columns.Select((_, k) => new ColumnSummary(means[k], Math.Sqrt(squares[k] / Math.Max(1, data.Rows - 1)), lowest[k], highest[k]))];
    }

    private static void ForEach(Matrix data, int[] columns, Action<int, double> visit)
    {
        for (int i = 0; i < data.Rows; i++)
        {
            ReadOnlySpan<float> row = data.Row(i);
            for (int k = 0; k < columns.Length; k++)
            {
                visit(k, row[columns[k]]);
            }
        }
    }
}
