namespace Vicinity;

/// <summary>a and b of UMAP's kernel from its spread and its least distance, by Gauss-Newton steps that are damped until they help (Levenberg).</summary>
internal static class UmapFit
{
    private const int Samples = 300;
    private const int MaxSteps = 200;
    private const double Converged = 1e-14;

    public static (double A, double B) Of(double spread, double minDist)
    {
        if (minDist >= 3 * spread)
        {
            throw new ArgumentOutOfRangeException(nameof(minDist), minDist,
                $"The least distance must be below 3 times the spread {spread}, not {minDist}: beyond it there is no fall to fit.");
        }

        // In units of the spread, so that the start is good for all; logarithms keep both parameters positive.
        (double A, double B) logs = (Math.Log(1.5), 0);
        double near = minDist / spread;
        double damping = 1e-3;
        for (int step = 0; step < MaxSteps && damping < 1e12; step++)
        {
            (double A, double B) next = Move(logs, near, damping);
            double gain = Residual(logs, near) - Residual(next, near);
            damping *= gain > 0 ? 0.2 : 5;
            logs = gain > 0 ? next : logs;
            if (gain > 0 && gain < Converged * Converged)
            {
                break;
            }
        }

        double b = Math.Exp(logs.B);
        return (Math.Exp(logs.A) * Math.Pow(spread, -2 * b), b);
    }

    private static double Distance(int k) => 3.0 * k / (Samples - 1);

    private static double Target(double x, double near) => x <= near ? 1 : Math.Exp(near - x);

    private static double Weight((double A, double B) logs, double x) => 1 / (1 + (Math.Exp(logs.A) * Math.Pow(x, 2 * Math.Exp(logs.B))));

    private static double Residual((double A, double B) logs, double near)
    {
        double sum = 0;
        for (int k = 0; k < Samples; k++)
        {
            double difference = Weight(logs, Distance(k)) - Target(Distance(k), near);
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>One damped step of the normal equations in ln a and ln b.</summary>
    private static (double A, double B) Move((double A, double B) logs, double near, double damping)
    {
        double aa = 0, ab = 0, bb = 0, ga = 0, gb = 0;
        for (int k = 1; k < Samples; k++)
        {
            double x = Distance(k);
            double w = Weight(logs, x);
            double slopeA = -w * (1 - w);
            double slopeB = slopeA * 2 * Math.Exp(logs.B) * Math.Log(x);
            double difference = w - Target(x, near);
            aa += slopeA * slopeA;
            ab += slopeA * slopeB;
            bb += slopeB * slopeB;
            ga += slopeA * difference;
            gb += slopeB * difference;
        }

        aa *= 1 + damping;
        bb *= 1 + damping;
        double determinant = (aa * bb) - (ab * ab);
        return (logs.A - (((bb * ga) - (ab * gb)) / determinant), logs.B - (((aa * gb) - (ab * ga)) / determinant));
    }
}
