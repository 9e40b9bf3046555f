namespace Vicinity;

/// <summary>To how many principal components the data is reduced before anything else.</summary>
public readonly record struct PcaComponents
{
    private PcaComponents(int value) => Value = value;

    /// <summary>The number of components; 0 keeps the columns as they are.</summary>
    public int Value { get; }

    /// <summary>The columns as they are.</summary>
    public static PcaComponents None => default;

    /// <summary>A set number.</summary>
    /// <param name="value">At least 0; more than there are columns keeps them as they are.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static implicit operator PcaComponents(int value) =>
        value >= 0 ? new(value) : throw new ArgumentOutOfRangeException(nameof(value), value, $"The number of components cannot be negative: {value}.");

    /// <inheritdoc />
    public override string ToString() => $"{Value}";
}
