namespace Vicinity;

/// <summary>Whether the gradient of an objective is the derivative of its cost: analytic against central differences, in double.</summary>
/// <param name="RelativeError">Largest absolute difference divided by the largest absolute value, over all coordinates, or over the learned parameters of the kernel if that is worse; below 1e-7 is right.</param>
/// <param name="LargestValue">Largest absolute value of the analytic gradient in the positions.</param>
/// <param name="Cost">The cost C + (a - 1) A at the checked positions, in nats.</param>
public sealed record GradientCheck(double RelativeError, double LargestValue, double Cost)
{
    private const int Points = 10;
    private const int Scales = 3;

    /// <summary>Checks ten random points in two dimensions, with random input of the form that the objective compares with.</summary>
    /// <param name="objective">The objective; of a user's own structs their double forms are checked.</param>
    /// <param name="seed">Seed of the random data.</param>
    /// <param name="exaggeration">Factor a on the attraction, at least 1.</param>
    /// <remarks>
    /// y is 1.1 times standard normal; affinities and distances come from five-dimensional normal data with a random precision for each
    /// point in [0.2, 1]. Parameters of the points are random in [0.3, 1.7] where the objective has any: precisions of the output (three scales
    /// of them for a multi-scale cost), theta of the kernel. An objective whose force is softened on purpose is checked without the softening.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The exaggeration is not a number of at least 1, or above 1 for a cost of distances.</exception>
    public static GradientCheck Run(Objective objective, int seed = 0, double exaggeration = 1)
    {
        ArgumentNullException.ThrowIfNull(objective);
        Objective exact = Checked(objective, exaggeration);
        SeededRandom random = new(seed);
        RandomAffinities input = new(random, Points);
        double[,] y = RandomAffinities.DrawNormal(random, Points, 2, 1.1);
        KernelParameters[] scales = Parameters(exact, random, input.For(exact.Parts[0].Part));
        return Run(exact, input.For, y, scales, exaggeration);
    }

    /// <summary>Checks given affinities and positions; O(n^2) per coordinate, so O(n^3) in all.</summary>
    /// <param name="objective">The objective; kernels with a parameter per point get 1 for all.</param>
    /// <param name="affinities">P, n points.</param>
    /// <param name="positions">Y, n x K.</param>
    /// <param name="exaggeration">Factor a on the attraction, at least 1.</param>
    /// <exception cref="ArgumentException">The numbers of points differ, or the objective compares with distances.</exception>
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

        Objective exact = Checked(objective, exaggeration);
        if (exact.Parts.Any(item => item.Part.Input != ObjectiveInput.Affinities))
        {
            throw new ArgumentException($"{objective.Name} compares with distances, not with affinities alone. Check it with random data.", nameof(objective));
        }

        double[,] p = Dense(affinities);
        double[] ones = [.. Enumerable.Repeat(1.0, affinities.Count)];
        return Run(exact, _ => p, Dense(positions), [new() { Precision = ones, Theta = ones, LogMass = LogMasses(exact, p) }], exaggeration);
    }

    private static GradientCheck Run(
        Objective objective, Func<Objective, double[,]> input, double[,] y, KernelParameters[] scales, double exaggeration)
    {
        IMasterEquation equation = SumEquation.Of(objective, input, scales);
        GradientComparison comparison = new(equation, y, exaggeration);
        double error = Math.Max(comparison.OfPositions(), objective.Learned switch
        {
            LearnedParameter.None => 0,
            LearnedParameter.Beta => comparison.OfPrecisions(scales[0]),
            _ => comparison.OfThetas(scales[0]),
        });
        return new(error, comparison.LargestValue, equation.Cost(y, exaggeration));
    }

    /// <summary>The objective whose gradient is exact.</summary>
    private static Objective Checked(Objective objective, double exaggeration)
    {
        Objective exact = objective.HasExactGradient ? objective : objective.Reported;
        if (!(exaggeration >= 1) || !double.IsFinite(exaggeration))
        {
            throw new ArgumentOutOfRangeException(nameof(exaggeration), exaggeration, $"Exaggeration must be a number of at least 1, not {exaggeration}.");
        }

        return exaggeration > 1 && exact.Parts[0].Part.Input != ObjectiveInput.Affinities
            ? throw new ArgumentOutOfRangeException(nameof(exaggeration), exaggeration, $"{objective.Name} compares distances and has no attraction to exaggerate: use 1, not {exaggeration}.")
            : exact;
    }

    private static KernelParameters[] Parameters(Objective objective, SeededRandom random, double[,] p)
    {
        double[] Draw() => [.. Enumerable.Range(0, Points).Select(_ => 0.3 + (1.4 * random.NextDouble()))];
        KernelParameters parameters = new() { Theta = Draw(), LogMass = LogMasses(objective, p) };
        return objective.OutputPrecision switch
        {
            OutputPrecision.Scale => [.. Enumerable.Range(0, Scales).Select(_ => parameters with { Precision = [.. Enumerable.Repeat(Draw()[0], Points)] })],
            OutputPrecision.None when objective.Learned != LearnedParameter.Beta => [parameters],
            _ => [parameters with { Precision = Draw() }],
        };
    }

    /// <summary>ln deg_i, deg = row sum + column sum of P, where the objective weights by it.</summary>
    private static double[]? LogMasses(Objective objective, double[,] p) =>
        objective.IsWeightedByDegree ? [.. SquareTable.RowSums(SquareTable.Symmetric(p)).Select(half => Math.Log(2 * half))] : null;

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
}
