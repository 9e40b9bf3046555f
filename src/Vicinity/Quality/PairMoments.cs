namespace Vicinity;

/// <summary>Sums over pairs, of which correlation and stress are made.</summary>
internal readonly record struct PairMoments(
    int Pairs, double SumR, double SumD, double SquaresR, double SquaresD, double Products, double SquaredErrors,
    double Sammon, double Relative, int Apart)
{
    public static PairMoments Of(ReadOnlySpan<double> r, ReadOnlySpan<double> d)
    {
        (double sumR, double sumD, double squaresR, double squaresD, double products) = (0, 0, 0, 0, 0);
        (double errors, double sammon, double relative, int apart) = (0, 0, 0, 0);
        for (int k = 0; k < r.Length; k++)
        {
            double error = r[k] - d[k];
            sumR += r[k];
            sumD += d[k];
            squaresR += r[k] * r[k];
            squaresD += d[k] * d[k];
            products += r[k] * d[k];
            errors += error * error;
            if (r[k] > 0)
            {
                sammon += error * error / r[k];
                relative += Math.Abs(error) / r[k];
                apart++;
            }
        }

        return new(r.Length, sumR, sumD, squaresR, squaresD, products, errors, sammon, relative, apart);
    }

    /// <summary>a / b; 0 / 0 is 0, since it is a ratio of an error to a size.</summary>
    public static double Ratio(double error, double size) => error == 0 ? 0 : error / size;
}
