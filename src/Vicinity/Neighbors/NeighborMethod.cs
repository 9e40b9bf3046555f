namespace Vicinity;

/// <summary>How neighbours are looked for: a choice of cost, <see cref="Auto"/>, <see cref="Exact"/> or <see cref="ApproximateNeighbors"/>.</summary>
public abstract record NeighborMethod
{
    private protected NeighborMethod()
    {
    }

    /// <summary>Exact up to 150,000 points, approximate with the default recall above that. Depends on n alone.</summary>
    public static NeighborMethod Auto { get; } = new Choice("auto");

    /// <summary>All true neighbours, ties by index. Cost: up to 2 n^2 d operations, far fewer where clusters lie apart.</summary>
    public static NeighborMethod Exact { get; } = new Choice("exact");

    /// <summary>The usual word: auto, exact or approximate.</summary>
    public abstract string Name { get; }

    /// <inheritdoc />
    public sealed override string ToString() => Name;

    private sealed record Choice(string Word) : NeighborMethod
    {
        public override string Name => Word;
    }
}
