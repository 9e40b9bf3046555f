namespace Vicinity.Bench;

/// <summary>How well maps keep the neighborhoods of one data set; all ranks, in double, self left out, ties by index.</summary>
internal sealed class NeighborhoodScore
{
    private const int Near = 10;

    private readonly int[][] ranks;

    public NeighborhoodScore(Matrix data) => ranks = Ranks(data);

    /// <summary>The share of the 10 nearest neighbors that are kept, and the area under R_NX(K) with weights 1 / K.</summary>
    public (double Kept, double Area) Of(Matrix map)
    {
        int n = map.Rows;
        long[] pairs = new long[n];     // pairs[K]: the pairs whose larger rank is K
        int[][] mapRanks = Ranks(map);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                if (j != i)
                {
                    pairs[Math.Max(ranks[i][j], mapRanks[i][j])]++;
                }
            }
        }

        (double within, double kept, double area, double weight) = (0, 0, 0, 0);
        for (int k = 1; k <= n - 2; k++)
        {
            within += pairs[k];
            double share = within / ((double)k * n);
            kept = k == Near ? share : kept;
            area += (((n - 1) * share) - k) / (n - 1 - k) / k;
            weight += 1.0 / k;
        }

        return (kept, area / weight);
    }

    private static int[][] Ranks(Matrix points)
    {
        int n = points.Rows;
        int[][] result = new int[n][];
        for (int i = 0; i < n; i++)
        {
            double[] distances = new double[n];
            for (int j = 0; j < n; j++)
            {
                distances[j] = j == i ? -1 : Squared(points.Row(i), points.Row(j));
            }

            int[] order = [.. Enumerable.Range(0, n).OrderBy(j => distances[j])];
            result[i] = new int[n];
            for (int rank = 0; rank < n; rank++)
            {
                result[i][order[rank]] = rank;
            }
        }

        return result;
    }

    private static double Squared(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = 0;
        for (int d = 0; d < a.Length; d++)
        {
            sum += ((double)a[d] - b[d]) * ((double)a[d] - b[d]);
        }

        return sum;
    }
}
