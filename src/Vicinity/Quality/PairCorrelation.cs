namespace Vicinity;

/// <summary>Correlations of two columns of numbers, -1 ... 1; 1 if neither has a spread, 0 if one has none.</summary>
internal static class PairCorrelation
{
    /// <summary>Pearson's: cov(x, y) / (s_x s_y), from deviations of the means.</summary>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double meanX = Mean(x);
        double meanY = Mean(y);
        (double xx, double yy, double xy) = (0, 0, 0);
        for (int k = 0; k < x.Length; k++)
        {
            double a = x[k] - meanX;
            double b = y[k] - meanY;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }

        return xx == 0 && yy == 0 ? 1 : xx == 0 || yy == 0 ? 0 : Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1);
    }

    /// <summary>Spearman's: Pearson's of the ranks.</summary>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Pearson(Ranks(x), Ranks(y));

    /// <summary>Places in ascending order, from 1; equal numbers share the mean of theirs.</summary>
    internal static double[] Ranks(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] order = new int[sorted.Length];
        for (int k = 0; k < order.Length; k++)
        {
            order[k] = k;
        }

        Array.Sort(sorted, order);
        double[] ranks = new double[sorted.Length];
        for (int first = 0, end; first < sorted.Length; first = end)
        {
            for (end = first + 1; end < sorted.Length && sorted[end] == sorted[first]; end++)
            {
            }

            for (int k = first; k < end; k++)
            {
                ranks[order[k]] = 0.5 * (first + 1 + end);
            }
        }

        return ranks;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return values.Length == 0 ? 0 : sum / values.Length;
    }
}
