using System.Globalization;
using System.Text;

namespace Vicinity.EndToEnd;

/// <summary>Small data with three visible groups, the same in every test.</summary>
internal static class Clusters
{
    /// <summary>rows x columns; row i belongs to group i mod 3.</summary>
    public static Matrix Points(int rows, int columns) => Matrix.Create(rows, columns, (i, row) =>
    {
        for (int d = 0; d < row.Length; d++)
        {
            row[d] = (10 * (i % 3) * (d % 2)) + (float)Math.Sin((i * 12.9898) + (d * 78.233));
        }
    });

    /// <summary>Normal noise around centers; row i belongs to group i mod groups.</summary>
    public static Matrix Random(int rows, int columns, int groups)
    {
        Random random = new(11);
        double[][] centers = [.. Enumerable.Range(0, groups).Select(_ => Enumerable.Range(0, columns).Select(_ => 4 * random.NextDouble()).ToArray())];
        return Matrix.Create(rows, columns, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                row[d] = (float)(centers[i % groups][d] + normal);
            }
        });
    }

    /// <summary>As csv with a header and the group as the column kind.</summary>
    public static string Csv(int rows, int columns)
    {
        Matrix points = Points(rows, columns);
        StringBuilder text = new();
        text.Append(string.Join(',', Enumerable.Range(0, columns).Select(d => $"v{d}"))).Append(",kind\n");
        for (int i = 0; i < rows; i++)
        {
            text.Append(string.Join(',', points.Row(i).ToArray().Select(value => value.ToString(CultureInfo.InvariantCulture)))).Append($",kind {i % 3}\n");
        }

        return text.ToString();
    }
}
