namespace Vicinity;

/// <summary>Spearman's correlation of two lists of numbers, ties at their mean rank.</summary>
internal static class RankCorrelation
{
    /// <returns>-1 ... 1; NaN if one of the lists has but one value.</returns>
    public static double Of(double[] first, double[] second)
    {
        double[] a = Ranks(first);
        double[] b = Ranks(second);
        double mean = (a.Length + 1) / 2.0;
        double products = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.Length; i++)
        {
            products += (a[i] - mean) * (b[i] - mean);
            squaresA += (a[i] - mean) * (a[i] - mean);
            squaresB += (b[i] - mean) * (b[i] - mean);
        }

        return products / Math.Sqrt(squaresA * squaresB);
    }

    private static double[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        double[] ranks = new double[values.Length];
        for (int first = 0; first < order.Length;)
        {
            int end = first + 1;
            while (end < order.Length && values[order[end]] == values[order[first]])
            {
                end++;
            }

            for (int at = first; at < end; at++)
            {
                ranks[order[at]] = (first + 1 + end) / 2.0;
            }

            first = end;
        }

        return ranks;
    }
}
