namespace Vicinity.Cli;

/// <summary>What an input file holds instead of rows.</summary>
internal enum Precomputed
{
    /// <summary>Distances of all pairs.</summary>
    Distances,

    /// <summary>The nearest neighbours of each point.</summary>
    Neighbors,

    /// <summary>Affinities.</summary>
    Affinities,
}
