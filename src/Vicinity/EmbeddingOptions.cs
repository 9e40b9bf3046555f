namespace Vicinity;

/// <summary>How a map is made. Every default stands beside its property and nowhere else.</summary>
public sealed record EmbeddingOptions
{
    /// <summary>What the map is asked to be. Default: t-SNE.</summary>
    public Objective Objective { get; init; } = Objective.TSne;

    /// <summary>Effective number of neighbours. Default: min(30, (n - 1) / 3).</summary>
    public Perplexity Perplexity { get; init; } = Perplexity.Auto;

    /// <summary>Neighbours per point that carry an affinity. Default: 3 x perplexity.</summary>
    public NeighborCount Neighbors { get; init; } = NeighborCount.Auto;

    /// <summary>Principal components that the data is reduced to first. Default: none.</summary>
    public PcaComponents PcaComponents { get; init; } = PcaComponents.None;

    /// <summary>Coordinates of the map, 1 ... 3. Default: 2.</summary>
    public int Dimensions { get; init; } = 2;

    /// <summary>Where the points begin. Default: scaled principal components.</summary>
    public Start Start { get; init; } = Start.Pca;

    /// <summary>The phases of the optimisation. Default: 250 iterations at exaggeration 12, then 500 (openTSNE 1.0), stopped when the loss stands still.</summary>
    public IReadOnlyList<Phase> Schedule { get; init; } = [new(250) { Exaggeration = 12 }, new(500) { Tolerance = 1e-7 }];

    /// <summary>Seed of every random choice. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>Cores to use, at least 1; the map does not depend on it. Default: all.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
