namespace Vicinity;

/// <summary>To how many principal components the data is reduced before anything else.</summary>
public readonly record struct PcaComponents
{
    private const int AutoColumns = 128;
    private const int AutoComponents = 50;
    private readonly int setPlusOne;

    private PcaComponents(int value) => setPlusOne = value + 1;

    /// <summary>50 components for data of more than 128 columns; narrower data keeps its columns.</summary>
    public static PcaComponents Auto => default;

    /// <summary>The columns as they are.</summary>
    public static PcaComponents None => new(0);

    /// <summary>True if the number follows the columns.</summary>
    public bool IsAuto => setPlusOne == 0;

    /// <summary>The number of components; 0 keeps the columns as they are, as it is for <see cref="Auto"/> until that is resolved.</summary>
    public int Value => Math.Max(0, setPlusOne - 1);

    /// <summary>A set number.</summary>
    /// <param name="value">At least 0; more than there are columns keeps them as they are.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static implicit operator PcaComponents(int value) =>
        value >= 0 ? new(value) : throw new ArgumentOutOfRangeException(nameof(value), value, $"The number of components cannot be negative: {value}.");

    /// <summary>What is done for data of so many columns.</summary>
    /// <param name="columns">d.</param>
    /// <returns>A number below d, or <see cref="None"/>.</returns>
    public PcaComponents Resolve(int columns)
    {
        int components = !IsAuto ? Value : columns > AutoColumns ? AutoComponents : 0;
        return components < columns ? components : None;
    }

    /// <inheritdoc />
    public override string ToString() => IsAuto ? "auto" : $"{Value}";
}
