namespace Vicinity;

/// <summary>What is measured of a map, and how thoroughly.</summary>
public sealed record QualityOptions
{
    /// <summary>k: how many neighbours are compared, at least 1; cut to n - 1. Default: 10.</summary>
    public int Neighbors { get; init; } = 10;

    /// <summary>How far apart two rows of the data are; in the map it is always the Euclidean distance. Default: <see cref="Metric.Euclidean"/>.</summary>
    /// <remarks>That of the fit, to measure what the map was asked for. Distances that are given have one of their own.</remarks>
    public Metric Metric { get; init; } = Metric.Euclidean;

    /// <summary>One class per point, for the measures of labels. Default: null, not measured.</summary>
    public Labels? Labels { get; init; }

    /// <summary>The objective whose loss is measured. Default: null, not measured.</summary>
    /// <remarks>The loss is exact, O(n^2), and needs the neighbours of all points; kernels with learned parameters are refused.</remarks>
    public Objective? Objective { get; init; }

    /// <summary>U of the affinities of <see cref="Objective"/>. Default: automatic, as in a fit.</summary>
    public Perplexity Perplexity { get; init; }

    /// <summary>Points that are compared with all others, at least 2: all if there are no more, else a random sample. Default: 3,000.</summary>
    /// <remarks>Set to <see cref="int.MaxValue"/> for exact numbers at any n; time grows with it.</remarks>
    public int MostPoints { get; init; } = 3000;

    /// <summary>Pairs whose distances are compared, at least 64: all if there are no more, else a random sample. Default: 2,000,000.</summary>
    public int MostPairs { get; init; } = 2_000_000;

    /// <summary>Seed of the samples. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>Cores to use, at least 0; the bits do not depend on it. Default: 0, all.</summary>
    public int Threads { get; init; }
}
