namespace Vicinity;

/// <summary>How many neighbours per point carry an affinity, k.</summary>
public readonly record struct NeighborCount
{
    private readonly int value;

    private NeighborCount(int value) => this.value = value;

    /// <summary>k = floor(3 x perplexity), at most n - 1.</summary>
    public static NeighborCount Auto => default;

    /// <summary>All others: k = n - 1, dense affinities.</summary>
    public static NeighborCount All { get; } = new(int.MaxValue);

    /// <summary>True if k follows the perplexity.</summary>
    public bool IsAuto => value == 0;

    /// <summary>True for all others.</summary>
    public bool IsAll => value == int.MaxValue;

    /// <summary>A set number.</summary>
    /// <param name="value">k, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static implicit operator NeighborCount(int value) =>
        value >= 1 ? new(value) : throw new ArgumentOutOfRangeException(nameof(value), value, $"At least 1 neighbour is needed, not {value}.");

    /// <summary>The number for n points.</summary>
    /// <param name="count">n.</param>
    /// <param name="perplexity">The resolved perplexity.</param>
    /// <returns>k, at most n - 1.</returns>
    public int Resolve(int count, double perplexity) => Math.Max(0, Math.Min(count - 1, IsAuto ? (int)(3 * perplexity) : value));

    /// <inheritdoc />
    public override string ToString() => IsAuto ? "auto" : IsAll ? "all" : $"{value}";
}
