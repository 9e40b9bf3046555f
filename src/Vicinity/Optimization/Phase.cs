namespace Vicinity;

/// <summary>A stretch of the optimisation with constant settings; a schedule is a list of them.</summary>
/// <param name="Iterations">How many steps, at least 0.</param>
public sealed record Phase(int Iterations)
{
    /// <summary>Factor a on the attraction, at least 1: the phase descends C + (a - 1) A, A = -sum p ln w. Default 1.</summary>
    public double Exaggeration { get; init; } = 1;

    /// <summary>Factor on the full gradient (factor 4 included). Default: n / (4 a) for pair-wise costs, 1 / (4 a) for point-wise ones.</summary>
    public LearningRate LearningRate { get; init; } = LearningRate.Auto;

    /// <summary>Share of the last step that is kept, 0 ... below 1. Default 0.8 (openTSNE 1.0).</summary>
    public double Momentum { get; init; } = 0.8;

    /// <summary>Stop when the loss changes by less than this share per iteration and does not rise; 0 runs all iterations. Default 0.</summary>
    public double Tolerance { get; init; }

    /// <summary>The longest step of a point in one iteration, above 0; longer ones are cut. Not for line searches. Default 5 (openTSNE 1.0).</summary>
    public double MaximalStep { get; init; } = 5;

    /// <summary>How many of the nearest of each point attract it, their affinities as one distribution; 0, the default, is all. Joint affinities only.</summary>
    /// <remarks>A map finds its form as well with 15, in a quarter of the time. The loss that is reported is that of all.</remarks>
    public int Neighbors { get; init; }

    /// <summary>Whether the whole map is stretched in every iteration, by at most 2 %, as the slope of the cost in its size says. Default: no.</summary>
    /// <remarks>Size is the slowest of all changes: without, a map of many points is several times too small after any usual number of iterations.</remarks>
    public bool Grows { get; init; }

    /// <summary>Factor on the size of the map before the first iteration, above 0. Default: 1.</summary>
    /// <remarks>Where nothing is normalised, exaggeration decides the size: without it, LargeVis wants a map some hundred or thousand times as large.</remarks>
    public double Stretch { get; init; } = 1;

    /// <summary>Tests of convergence pause while the attraction is exaggerated.</summary>
    internal bool CanConverge => Tolerance > 0 && Exaggeration == 1;

    /// <summary>The phase with its rate as a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    /// <exception cref="ArgumentException">The exaggeration is above 1, but the objective has no attraction of its own.</exception>
    internal Phase Resolve(Objective objective, int count)
    {
        Check(Iterations >= 0, nameof(Iterations), Iterations, "at least 0");
        Check(Exaggeration >= 1 && double.IsFinite(Exaggeration), nameof(Exaggeration), Exaggeration, "at least 1");
        Check(Momentum is >= 0 and < 1, nameof(Momentum), Momentum, "at least 0 and below 1");
        Check(Tolerance >= 0 && double.IsFinite(Tolerance), nameof(Tolerance), Tolerance, "at least 0");
        Check(Neighbors >= 0, nameof(Neighbors), Neighbors, "at least 0");
        Check(MaximalStep > 0, nameof(MaximalStep), MaximalStep, "above 0");
        Check(Stretch > 0 && double.IsFinite(Stretch), nameof(Stretch), Stretch, "above 0");
        if (Exaggeration > 1 && objective.Input != ObjectiveInput.Affinities)
        {
            throw new ArgumentException($"{objective.Name} compares distances and has no attraction to exaggerate, but the exaggeration is {Exaggeration}. Use 1.", nameof(objective));
        }

        return this with { LearningRate = LearningRate.Resolve(objective, Exaggeration, count) };
    }

    private static void Check(bool holds, string name, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {range}, not {value}.");
        }
    }
}
