namespace Vicinity;

/// <summary>Brings one point down to the nearest minimum of its cost: BFGS in one to three dimensions, with a backtracking line search.</summary>
/// <param name="cost">The cost at a place; it writes the slope.</param>
internal sealed class PlacementDescent(PlacementDescent.Cost cost)
{
    private const int MostSteps = 25;
    private const int MostTrials = 12;
    private const double LongestStep = 5;
    private const double FirstInverse = 0.25;
    private const double SufficientDecrease = 1e-4;

    /// <summary>Of the cost: below it a decrease is rounding.</summary>
    private const double Resolution = 1e-6;

    public delegate double Cost(ReadOnlySpan<float> place, Span<double> gradient);

    /// <summary>Moves the place.</summary>
    public void Run(Span<float> place)
    {
        int size = place.Length;
        double[] gradient = new double[size];
        double value = cost(place, gradient);
        double[] inverse = FirstGuess(size);
        for (int step = 0; step < MostSteps; step++)
        {
            double[] direction = Direction(inverse, gradient);
            double slope = Dot(direction, gradient);
            if (!(slope < 0) || !Search(place, gradient, direction, slope, ref value, out double[] moved, out double[] change))
            {
                return;
            }

            Learn(inverse, moved, change);
        }
    }

    private bool Search(Span<float> place, double[] gradient, double[] direction, double slope, ref double value, out double[] moved, out double[] change)
    {
        double length = Math.Sqrt(Dot(direction, direction));
        double share = Math.Min(1, LongestStep / length);
        Span<float> trial = stackalloc float[place.Length];
        (moved, change) = (new double[place.Length], new double[place.Length]);
        for (int attempt = 0; attempt < MostTrials; attempt++, share /= 3)
        {
            for (int d = 0; d < trial.Length; d++)
            {
                trial[d] = (float)(place[d] + (share * direction[d]));
                moved[d] = (double)trial[d] - place[d];
            }

            double[] slopes = new double[trial.Length];
            double found = cost(trial, slopes);
            if (found <= value + (SufficientDecrease * share * slope))
            {
                bool goesOn = value - found > Resolution * (Math.Abs(found) + Resolution);
                change = [.. slopes.Zip(gradient, (a, b) => a - b)];
                slopes.CopyTo(gradient, 0);
                trial.CopyTo(place);
                value = found;
                return goesOn;
            }
        }

        return false;
    }

    private static double[] FirstGuess(int size)
    {
        double[] inverse = new double[size * size];
        for (int d = 0; d < size; d++)
        {
            inverse[(d * size) + d] = FirstInverse;
        }

        return inverse;
    }

    private static double[] Direction(double[] inverse, double[] gradient) =>
        [.. Enumerable.Range(0, gradient.Length).Select(d => -Dot(inverse.AsSpan(d * gradient.Length, gradient.Length), gradient))];

    /// <summary>H = (I - s y^T / s.y) H (I - y s^T / s.y) + s s^T / s.y (Nocedal and Wright, eq. 6.17).</summary>
    private static void Learn(double[] inverse, double[] s, double[] y)
    {
        int size = s.Length;
        double curvature = Dot(s, y);
        if (!(curvature > 1e-12 * Math.Sqrt(Dot(s, s) * Dot(y, y))))
        {
            return;
        }

        double[] image = [.. Enumerable.Range(0, size).Select(d => Dot(inverse.AsSpan(d * size, size), y))];
        double scale = (1 + (Dot(y, image) / curvature)) / curvature;
        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b < size; b++)
            {
                inverse[(a * size) + b] += (scale * s[a] * s[b]) - (((image[a] * s[b]) + (s[a] * image[b])) / curvature);
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int d = 0; d < x.Length; d++)
        {
            sum += x[d] * y[d];
        }

        return sum;
    }
}
