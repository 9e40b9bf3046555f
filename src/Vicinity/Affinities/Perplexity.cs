namespace Vicinity;

/// <summary>The effective number of neighbours of a point, U = exp(H), H the entropy in nats of its row of probabilities.</summary>
public readonly record struct Perplexity
{
    private Perplexity(double value) => Value = value;

    /// <summary>The number, or 0 for <see cref="Auto"/>.</summary>
    public double Value { get; }

    /// <summary>True if the library chooses.</summary>
    public bool IsAuto => Value == 0;

    /// <summary>min(30, (n - 1) / 3); uniform affinities below n = 7.</summary>
    public static Perplexity Auto => default;

    /// <summary>A set value, which is never changed in silence.</summary>
    /// <param name="value">U, above 1 and below n - 1; on a neighbour graph of 3 U points per row at most (n - 1) / 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number above 1.</exception>
    public static implicit operator Perplexity(double value) =>
        value > 1 && double.IsFinite(value)
            ? new(value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A perplexity must be a number above 1, not {value}.");

    /// <summary>The perplexity of equal weights on some neighbours, at least 1: what a run resolved to, also where it cannot be asked for.</summary>
    internal static Perplexity Effective(double neighbors) => new(neighbors);

    /// <inheritdoc />
    public override string ToString() => IsAuto ? "auto" : $"{Value}";
}
