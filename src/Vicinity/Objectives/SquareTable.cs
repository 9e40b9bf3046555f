namespace Vicinity;

/// <summary>n x n tables in double whose diagonal does not exist: it is 0 and left out of every sum.</summary>
internal static class SquareTable
{
    public static double[,] Of(int count, Func<int, int, double> entry)
    {
        double[,] table = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                table[i, j] = i == j ? 0 : entry(i, j);
            }
        }

        return table;
    }

    public static double[] RowSums(double[,] table)
    {
        double[] sums = new double[table.GetLength(0)];
        for (int i = 0; i < sums.Length; i++)
        {
            for (int j = 0; j < sums.Length; j++)
            {
                sums[i] += i == j ? 0 : table[i, j];
            }
        }

        return sums;
    }

    public static double Sum(double[,] table) => RowSums(table).Sum();

    public static double[,] Symmetric(double[,] table) => Of(table.GetLength(0), (i, j) => 0.5 * (table[i, j] + table[j, i]));

    public static double[,] SquaredDistances(double[,] y) => Of(y.GetLength(0), (i, j) =>
    {
        double squared = 0;
        for (int d = 0; d < y.GetLength(1); d++)
        {
            squared += (y[i, d] - y[j, d]) * (y[i, d] - y[j, d]);
        }

        return squared;
    });

    /// <summary>ln sum_j exp(entry) of each row; -infinity for a row alone.</summary>
    public static double[] LogSums(double[,] table) =>
        [.. Enumerable.Range(0, table.GetLength(0)).Select(i => LogSum(Enumerable.Range(0, table.GetLength(0)).Where(j => j != i).Select(j => table[i, j])))];

    public static double LogSum(IEnumerable<double> logarithms)
    {
        double[] values = [.. logarithms];
        double largest = values.DefaultIfEmpty(double.NegativeInfinity).Max();
        return double.IsNegativeInfinity(largest) ? largest : largest + Math.Log(values.Sum(x => Math.Exp(x - largest)));
    }
}
