namespace Vicinity;

/// <summary>UMAP's smooth nearest-neighbour weights, v = exp(-max(0, r - rho) / sigma) (McInnes, Healy and Melville 2018, algorithm 3).</summary>
/// <remarks>k counts the point itself: its row has k - 1 others and sums to log2 k.</remarks>
internal static class SmoothWeights
{
    private const double Tolerance = 1e-5;
    private const double LeastShareOfMean = 1e-3;
    private const int Steps = 64;

    /// <summary>Weights of one point.</summary>
    /// <param name="distances">r to the k - 1 others, ascending.</param>
    /// <param name="meanOfAll">Mean distance over all rows, each with its point itself at distance 0.</param>
    /// <param name="weights">Receives v; length k - 1.</param>
    public static RowCalibration Run(ReadOnlySpan<float> distances, double meanOfAll, Span<double> weights)
    {
        int positive = distances.IndexOfAnyExcept(0f);
        double nearest = positive < 0 ? 0 : distances[positive];
        double mean = positive < 0 ? meanOfAll : MeanWithSelf(distances);
        double sigma = Math.Max(Search(distances, nearest, Math.Log2(distances.Length + 1)), LeastShareOfMean * mean);
        double sum = 0;
        for (int k = 0; k < distances.Length; k++)
        {
            weights[k] = Weight(distances[k], nearest, sigma);
            sum += weights[k];
        }

        return new(Bandwidth.Found, sum, 1 / sigma);
    }

    /// <summary>The mean of a row with the point itself at distance 0.</summary>
    public static double MeanWithSelf(ReadOnlySpan<float> distances)
    {
        double sum = 0;
        foreach (float distance in distances)
        {
            sum += distance;
        }

        return sum / (distances.Length + 1);
    }

    private static double Search(ReadOnlySpan<float> distances, double nearest, double target)
    {
        double low = 0;
        double high = double.PositiveInfinity;
        double sigma = 1;
        for (int step = 0; step < Steps; step++)
        {
            double excess = -target;
            foreach (float distance in distances)
            {
                excess += Weight(distance, nearest, sigma);
            }

            if (Math.Abs(excess) < Tolerance)
            {
                break;
            }

            (low, high) = excess > 0 ? (low, sigma) : (sigma, high);
            sigma = double.IsInfinity(high) ? 2 * sigma : 0.5 * (low + high);
        }

        return sigma;
    }

    private static double Weight(double distance, double nearest, double sigma) =>
        distance <= nearest ? 1 : EntropyKernel.Exp((nearest - distance) / sigma);
}
