namespace Vicinity;

/// <summary>Factor on the full gradient, the factor 4 of t-SNE included (rates of packages that drop it are four times larger).</summary>
public readonly record struct LearningRate
{
    private readonly double multiple;

    private LearningRate(double value, double multiple = 0)
    {
        Value = value;
        this.multiple = multiple;
    }

    /// <summary>The number, or 0 for <see cref="Auto"/>.</summary>
    public double Value { get; }

    /// <summary>True if the library chooses.</summary>
    public bool IsAuto => Value == 0;

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

    /// <summary>The rate as a number; a set one stays.</summary>
    internal LearningRate Resolve(Objective objective, double exaggeration, int count)
    {
        int points = Math.Max(1, count);
        double usual = objective.Defaults.LearningRate > 0 ? objective.Defaults.LearningRate : points / (4 * exaggeration * Attraction(objective, points));
        return !IsAuto ? this : multiple > 0 ? multiple * usual : usual;
    }

    /// <summary>The sum of P, to which the curvature of the attraction is proportional: 1 for one distribution, n for one per point.</summary>
    private static double Attraction(Objective objective, double points) =>
        objective.Input.IsOfDistances() ? points * points
        : objective.AffinityForm is AffinityForm.Joint or AffinityForm.Conditional or AffinityForm.Matrix ? 1
        : points;

    /// <inheritdoc />
    public override string ToString() => IsAuto ? "auto" : $"{Value}";
}
