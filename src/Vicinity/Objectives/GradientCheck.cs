namespace Vicinity;

/// <summary>Whether the gradient of an objective is the derivative of its cost: analytic against central differences, in double.</summary>
/// <param name="RelativeError">Largest absolute difference over all coordinates, divided by the largest absolute value; below 1e-7 is right.</param>
/// <param name="LargestValue">Largest absolute value of the analytic gradient.</param>
/// <param name="Cost">The cost C + (a - 1) A at the checked positions, in nats.</param>
public sealed record GradientCheck(double RelativeError, double LargestValue, double Cost)
{
    private const int Points = 10;
    private const double Step = 1e-5;

    /// <summary>Checks ten random points in two dimensions, with random affinities of the form that the normalisation needs.</summary>
    /// <param name="objective">The objective; of a user's own structs their double forms are checked.</param>
    /// <param name="seed">Seed of the random data.</param>
    /// <param name="exaggeration">Factor a on the attraction, at least 1.</param>
    /// <remarks>y is 1.1 times standard normal; P comes from five-dimensional normal data with a random precision per point in [0.2, 1].</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The exaggeration is not a number of at least 1.</exception>
    public static GradientCheck Run(Objective objective, int seed = 0, double exaggeration = 1)
    {
        ArgumentNullException.ThrowIfNull(objective);
        SeededRandom random = new(seed);
        double[,] p = RandomAffinities.Draw(random, Points, objective.Normalization);
        double[,] y = RandomAffinities.DrawNormal(random, Points, 2, 1.1);
        double[] theta = [.. Enumerable.Range(0, Points).Select(_ => 0.3 + (1.4 * random.NextDouble()))];
        return Run(objective, p, y, theta, exaggeration);
    }

    /// <summary>Checks given affinities and positions; O(n^2) per coordinate, so O(n^3) in all.</summary>
    /// <param name="objective">The objective; a kernel with a parameter per point gets 1 for all.</param>
    /// <param name="affinities">P, n points.</param>
    /// <param name="positions">Y, n x K.</param>
    /// <param name="exaggeration">Factor a on the attraction, at least 1.</param>
    /// <exception cref="ArgumentException">The numbers of points differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The exaggeration is not a number of at least 1.</exception>
    public static GradientCheck Run(Objective objective, Affinities affinities, Matrix positions, double exaggeration = 1)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(affinities);
        ArgumentNullException.ThrowIfNull(positions);
        if (affinities.Count != positions.Rows)
        {
            throw new ArgumentException($"The affinities have {affinities.Count} points, but there are {positions.Rows} positions.", nameof(positions));
        }

        double[] theta = new double[affinities.Count];
        Array.Fill(theta, 1);
        return Run(objective, Dense(affinities), Dense(positions), theta, exaggeration);
    }

    private static GradientCheck Run(Objective objective, double[,] p, double[,] y, double[] theta, double exaggeration)
    {
        if (!(exaggeration >= 1) || !double.IsFinite(exaggeration))
        {
            throw new ArgumentOutOfRangeException(nameof(exaggeration), exaggeration, $"Exaggeration must be a number of at least 1, not {exaggeration}.");
        }

        return objective.Accept(new Comparison(objective.Normalization, p, y, theta, exaggeration));
    }

    private static double[,] Dense(Affinities affinities)
    {
        double[,] dense = new double[affinities.Count, affinities.Count];
        for (int i = 0; i < affinities.Count; i++)
        {
            for (int k = 0; k < affinities.Neighbors(i).Length; k++)
            {
                dense[i, affinities.Neighbors(i)[k]] = affinities.Values(i)[k];
            }
        }

        return dense;
    }

    private static double[,] Dense(Matrix matrix)
    {
        double[,] dense = new double[matrix.Rows, matrix.Columns];
        for (int i = 0; i < matrix.Rows; i++)
        {
            for (int d = 0; d < matrix.Columns; d++)
            {
                dense[i, d] = matrix.Row(i)[d];
            }
        }

        return dense;
    }

    private sealed class Comparison(Normalization normalization, double[,] p, double[,] y, double[] theta, double exaggeration)
        : IObjectiveVisitor<GradientCheck>
    {
        public GradientCheck Visit<TDivergence, TKernel>(TDivergence divergence, TKernel kernel)
            where TDivergence : struct, IDivergence
            where TKernel : struct, IKernel
        {
            MasterEquation<TDivergence, TKernel> equation = new(divergence, kernel, normalization, p, theta);
            double[,] gradient = equation.Gradient(y, exaggeration);
            double difference = 0;
            double largest = 0;
            for (int i = 0; i < y.GetLength(0); i++)
            {
                for (int d = 0; d < y.GetLength(1); d++)
                {
                    double slope = Slope(moved => equation.Cost(moved, exaggeration), i, d);
                    difference = Math.Max(difference, Math.Abs(gradient[i, d] - slope));
                    largest = Math.Max(largest, Math.Abs(gradient[i, d]));
                }
            }

            return new(largest > 0 ? difference / largest : difference, largest, equation.Cost(y, exaggeration));
        }

        private double Slope(Func<double[,], double> cost, int i, int d)
        {
            double[,] moved = (double[,])y.Clone();
            moved[i, d] = y[i, d] + Step;
            double above = cost(moved);
            moved[i, d] = y[i, d] - Step;
            return (above - cost(moved)) / (2 * Step);
        }
    }
}
