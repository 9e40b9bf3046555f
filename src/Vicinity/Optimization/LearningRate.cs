namespace Vicinity;

/// <summary>Factor on the full gradient, the factor 4 of t-SNE included (rates of packages that drop it are four times larger).</summary>
public readonly record struct LearningRate
{
    private LearningRate(double value) => Value = value;

    /// <summary>The number, or 0 for <see cref="Auto"/>.</summary>
    public double Value { get; }

    /// <summary>True if the library chooses.</summary>
    public bool IsAuto => Value == 0;

    /// <summary>n / (4 a) for pair-wise costs and 1 / (4 a) for point-wise ones, a the exaggeration of the phase.</summary>
    public static LearningRate Auto => default;

    /// <summary>A set value, which holds in its whole phase.</summary>
    /// <param name="value">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a positive number.</exception>
    public static implicit operator LearningRate(double value) =>
        value > 0 && double.IsFinite(value)
            ? new(value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A learning rate must be a positive number, not {value}.");

    /// <inheritdoc />
    public override string ToString() => IsAuto ? "auto" : $"{Value}";
}
