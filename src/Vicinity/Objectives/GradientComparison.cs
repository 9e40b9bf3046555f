namespace Vicinity;

/// <summary>The slopes of one equation beside central differences of its cost.</summary>
/// <param name="equation">Cost and gradient.</param>
/// <param name="y">Positions, n x K.</param>
/// <param name="exaggeration">Factor a on the attraction.</param>
internal sealed class GradientComparison(IMasterEquation equation, double[,] y, double exaggeration)
{
    private const double Step = 1e-5;

    /// <summary>Largest absolute value of the gradient that was compared.</summary>
    public double LargestValue { get; private set; }

    /// <summary>Error of dJ/dy over its largest value.</summary>
    public double OfPositions()
    {
        double[,] gradient = equation.Gradient(y, exaggeration);
        double difference = 0;
        for (int i = 0; i < y.GetLength(0); i++)
        {
            for (int d = 0; d < y.GetLength(1); d++)
            {
                double[,] moved = (double[,])y.Clone();
                double slope = Slope(step =>
                {
                    moved[i, d] = y[i, d] + step;
                    return equation.Cost(moved, exaggeration);
                });
                difference = Math.Max(difference, Math.Abs(gradient[i, d] - slope));
                LargestValue = Math.Max(LargestValue, Math.Abs(gradient[i, d]));
            }
        }

        return LargestValue > 0 ? difference / LargestValue : difference;
    }

    /// <summary>Error of dJ/d beta_i, over its largest value.</summary>
    public double OfPrecisions(KernelParameters parameters) =>
        OfParameters(equation.With(parameters).PrecisionSlope(y, exaggeration), parameters.Precision!, moved => parameters with { Precision = moved });

    /// <summary>Error of dJ/d theta_i, over its largest value.</summary>
    public double OfThetas(KernelParameters parameters) =>
        OfParameters(equation.With(parameters).ThetaSlope(y, exaggeration), parameters.Theta!, moved => parameters with { Theta = moved });

    private double OfParameters(double[] gradient, double[] values, Func<double[], KernelParameters> with)
    {
        double difference = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double slope = Slope(step =>
            {
                double[] moved = [.. values];
                moved[i] += step;
                return equation.With(with(moved)).Cost(y, exaggeration);
            });
            difference = Math.Max(difference, Math.Abs(gradient[i] - slope));
        }

        double largest = gradient.Max(Math.Abs);
        return largest > 0 ? difference / largest : difference;
    }

    private static double Slope(Func<double, double> cost) => (cost(Step) - cost(-Step)) / (2 * Step);
}
