namespace Vicinity;

/// <summary>Factor on the full gradient, the factor 4 of t-SNE included (rates of packages that drop it are four times larger).</summary>
public readonly record struct LearningRate
{
    private readonly double multiple;
    private readonly double perPoint;
    private readonly double least;

    private LearningRate(double value, double multiple = 0, double perPoint = 0, double least = 0)
    {
        Value = value;
        this.multiple = multiple;
        this.perPoint = perPoint;
        this.least = least;
    }

    /// <summary>The number, or 0 for <see cref="Auto"/> and for a rate per point, until they are resolved.</summary>
    public double Value { get; }

    /// <summary>True if the library chooses.</summary>
    public bool IsAuto => Value == 0 && perPoint == 0;

    /// <summary>
    /// That of the objective's <see cref="DescentDefaults"/>; else n / (4 a) for pair-wise costs, 1 / (4 a) for point-wise ones and 1 / 4n for
    /// distances, a the exaggeration of the phase.
    /// </summary>
    public static LearningRate Auto => default;

    /// <summary>A multiple of <see cref="Auto"/>.</summary>
    internal static LearningRate AutoTimes(double multiple) => new(0, multiple);

    /// <summary>A set value, which holds in its whole phase.</summary>
    /// <param name="value">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a positive number.</exception>
    public static implicit operator LearningRate(double value) =>
        value > 0 && double.IsFinite(value)
            ? new(value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A learning rate must be a positive number, not {value}.");

    /// <summary>A rate that grows with the number of points: max(least, n x rate), the same in all phases that have it.</summary>
    /// <param name="rate">Above 0.</param>
    /// <param name="least">At least 0. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static LearningRate PerPoint(double rate, double least = 0)
    {
        if (!(rate > 0) || !double.IsFinite(rate) || !(least >= 0) || !double.IsFinite(least))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, $"A rate per point must be a positive number and the least rate at least 0, not {rate} and {least}.");
        }

        return new(0, perPoint: rate, least: least);
    }

    /// <summary>The rate as a number; a set one stays.</summary>
    internal LearningRate Resolve(Objective objective, double exaggeration, int count)
    {
        int points = Math.Max(1, count);
        double usual = objective.Defaults.LearningRate > 0 ? objective.Defaults.LearningRate : points / (4 * exaggeration * Attraction(objective, points)) * OfSize(objective.Defaults.Size(exaggeration, points));
        return perPoint > 0 ? Math.Max(least, points * perPoint)
            : !IsAuto ? this
            : multiple > 0 ? multiple * usual : usual;
    }

    /// <summary>Slopes fall with the size of a map and lengths grow with it, so rates go by its square; less by some, as the repulsion is no longer softened.</summary>
    private static double OfSize(double size) => size == 1 ? 1 : 0.1 * size * size;

    /// <summary>The sum of P, to which the curvature of the attraction is proportional: 1 for one distribution or where the cost is divided by it, n for one per point.</summary>
    private static double Attraction(Objective objective, double points) =>
        objective.Input.IsOfDistances() ? points * points
        : objective.AffinityForm is AffinityForm.Joint or AffinityForm.Conditional or AffinityForm.Matrix || objective.IsDividedByInputTotal ? 1
        : points;

    /// <inheritdoc />
    public override string ToString() => IsAuto ? "auto" : perPoint > 0 ? $"max({least}, {perPoint} n)" : $"{Value}";
}
