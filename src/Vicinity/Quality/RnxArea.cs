namespace Vicinity;

/// <summary>The curve R_NX and its area, from the K at which each pair of neighbours meets: the larger of its two ranks.</summary>
/// <remarks>
/// With m = n - 1 and c(K) the number of others of a point that meet it at K or before, Q_NX = c / K and R_NX = (m Q_NX - K) / (m - K). The area
/// sum_K R_NX(K) / K / H, H = sum_K 1 / K, is linear in c: every other adds W(M) = sum_{K >= M} m / (K^2 (m - K)) / H, and 1 is taken off.
/// </remarks>
internal sealed class RnxArea
{
    private readonly double[] weights;

    public RnxArea(int count)
    {
        int others = count - 1;
        weights = new double[Math.Max(0, count) + 1];
        double harmonic = 0;
        for (int k = others - 1; k >= 1; k--)
        {
            weights[k] = weights[k + 1] + (others / ((double)k * k * (others - k)));
            harmonic += 1.0 / k;
        }

        for (int k = 1; k < others; k++)
        {
            weights[k] /= harmonic;
        }
    }

    /// <summary>W(M), by M; 0 at M = n - 1.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The area of one point from its sum of weights; below 3 points there is nothing to get wrong, 1.</summary>
    public static double Of(double sum, int count) => count < 3 ? 1 : sum - 1;

    /// <summary>R_NX(K) for K = 1 ... n - 2.</summary>
    /// <param name="meetings">How many of the others of all points measured meet at K, by K.</param>
    /// <param name="points">Points measured.</param>
    /// <param name="count">n.</param>
    public static double[] Curve(ReadOnlySpan<long> meetings, int points, int count)
    {
        double others = count - 1;
        double[] curve = new double[Math.Max(0, count - 2)];
        long kept = 0;
        for (int k = 1; k <= curve.Length; k++)
        {
            kept += meetings[k];
            double share = (double)kept / ((double)k * points);
            curve[k - 1] = ((others * share) - k) / (others - k);
        }

        return curve;
    }
}
