namespace Vicinity;

/// <summary>Finds the precision beta of a point at which its weights exp(-beta f) have the entropy ln U, f = r^2 or r; one per thread of work.</summary>
/// <remarks>
/// Newton in ln beta inside a bracket. Distances count from the nearest one and in units of their mean, so that nothing under- or overflows and
/// the result does not depend on the units of the data. No row starts from another one's result.
/// </remarks>
internal sealed class BandwidthSearch
{
    private const double Tolerance = 1e-10;
    private const double LeastSlope = 1e-12;
    private const int MostSteps = 200;
    private readonly int count;
    private readonly bool isSquared;
    private readonly double[] x;
    private readonly double[] weights;

    /// <param name="neighbors">k, at least 2.</param>
    /// <param name="kernel">Gaussian or exponential.</param>
    public BandwidthSearch(int neighbors, InputKernel kernel)
    {
        count = neighbors;
        isSquared = kernel == InputKernel.Gaussian;
        x = new double[(neighbors + EntropyKernel.Width - 1) / EntropyKernel.Width * EntropyKernel.Width];
        weights = new double[x.Length];
    }

    /// <summary>The weights of the last point, the largest of them 1; length k.</summary>
    public ReadOnlySpan<double> Weights => weights.AsSpan(0, count);

    /// <summary>Calibrates one point and leaves its <see cref="Weights"/>.</summary>
    /// <param name="distances">r, ascending; length k.</param>
    /// <param name="perplexity">U, above 1 and below k.</param>
    public RowCalibration Run(ReadOnlySpan<float> distances, double perplexity)
    {
        double mean = SetExcess(distances);
        int tied = x.AsSpan(0, count).LastIndexOf(0.0) + 1;
        if (tied == count || tied >= perplexity)
        {
            return Share(Bandwidth.Tied, tied);
        }

        double beta = Search(EntropyKernel.Log(perplexity));
        if (beta == 0)
        {
            return Share(Bandwidth.Missed, (int)perplexity);
        }

        (double sum, double first, double second) = EntropyKernel.Sum(x, beta, weights);
        double variance = (second / sum) - (first / sum * (first / sum));
        double dimension = Math.Max(0, (isSquared ? 2 : 1) * beta * beta * variance);
        return new(Bandwidth.Found, sum, beta / mean, dimension, -beta / mean * Transform(distances[0]));
    }

    private double Transform(float distance) => isSquared ? (double)distance * distance : distance;

    /// <summary>x = (f - min f) / mean; returns the mean.</summary>
    private double SetExcess(ReadOnlySpan<float> distances)
    {
        double nearest = Transform(distances[0]);
        double sum = 0;
        x.AsSpan().Fill(EntropyKernel.Padding);
        for (int k = 0; k < count; k++)
        {
            x[k] = Transform(distances[k]) - nearest;
            sum += x[k];
        }

        double mean = sum / count;
        for (int k = 0; k < count && mean > 0; k++)
        {
            x[k] /= mean;
        }

        return mean;
    }

    /// <summary>beta for x, or 0 after too many steps.</summary>
    private double Search(double targetEntropy)
    {
        double beta = 1;
        double low = 0;
        double high = double.PositiveInfinity;
        for (int step = 0; step < MostSteps; step++)
        {
            (double sum, double first, double second) = EntropyKernel.Sum(x, beta, weights);
            double mean = first / sum;
            double excess = EntropyKernel.Log(sum) + (beta * mean) - targetEntropy;
            if (Math.Abs(excess) <= Tolerance)
            {
                return beta;
            }

            // H falls in beta: too much entropy asks for more of it.
            (low, high) = excess > 0 ? (beta, high) : (low, beta);
            double slope = 2 * beta * beta * ((second / sum) - (mean * mean));
            beta = Next(beta, excess, slope, low, high);
        }

        return 0;
    }

    /// <summary>Newton's step, dH / d ln beta = -slope / 2; the middle of the bracket if that leaves it.</summary>
    private static double Next(double beta, double excess, double slope, double low, double high)
    {
        if (slope >= LeastSlope && Math.Abs(2 * excess / slope) < 100)
        {
            double newton = beta * EntropyKernel.Exp(2 * excess / slope);
            if (newton > low && newton < high)
            {
                return newton;
            }
        }

        return double.IsInfinity(high) ? beta * 2 : low == 0 ? beta / 2 : Math.Sqrt(low) * Math.Sqrt(high);
    }

    private RowCalibration Share(Bandwidth found, int nearest)
    {
        weights.AsSpan().Clear();
        weights.AsSpan(0, nearest).Fill(1);
        return new(found, nearest);
    }
}
