namespace Vicinity;

/// <summary>The others of a point taken by their distance in the map, as a search for those of its label.</summary>
internal static class RetrievalAreas
{
    /// <summary>Areas under the ROC and the precision-recall curve; equal distances are taken together.</summary>
    /// <remarks>
    /// ROC: the pairs (same before other) + half the tied ones, over all such pairs. Precision-recall: between two distances false positives grow linearly
    /// in true positives (Davis and Goadrich 2006), integrated in closed form (Keilwagen, Grosse and Grau 2014).
    /// </remarks>
    /// <returns>Null if there are not both, points of the label and of others.</returns>
    public static (double? Roc, double? PrecisionRecall) Of(
        ReadOnlySpan<int> order, ReadOnlySpan<double> squaredDistances, ReadOnlySpan<int> codes, int code)
    {
        (long positives, long negatives) = (0, 0);
        (double wins, double area) = (0, 0);
        for (int first = 0; first < order.Length;)
        {
            (int same, int other) = (0, 0);
            double distance = squaredDistances[order[first]];
            for (; first < order.Length && squaredDistances[order[first]] == distance; first++)
            {
                int isSame = codes[order[first]] == code ? 1 : 0;
                same += isSame;
                other += 1 - isSame;
            }

            wins += other * (positives + (0.5 * same));
            area += same == 0 ? 0 : Precision(positives, positives + negatives, same, other);
            positives += same;
            negatives += other;
        }

        return positives == 0 || negatives == 0 ? (null, null) : (wins / ((double)positives * negatives), area / positives);
    }

    /// <summary>The integral of (a + t) / (b + c t) for t = 0 ... p: precision while p true and f false positives come in together, c = 1 + f / p.</summary>
    private static double Precision(double a, double b, double p, double f)
    {
        double c = 1 + (f / p);
        return b == 0 ? p / c : (p + ((a - (b / c)) * Math.Log(1 + (c * p / b)))) / c;
    }
}
