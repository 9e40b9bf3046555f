namespace Vicinity;

/// <summary>What the parts of an objective are compared with, and the parameters of its points.</summary>
internal sealed record GradientInputs
{
    /// <summary>p_ij, for the parts whose input are affinities, and for the weights by degree.</summary>
    public Affinities? Affinities { get; init; }

    /// <summary>r_ij, direct or geodesic; below 0 for pairs that are far, where the cost asks.</summary>
    public PairMatrix? Distances { get; init; }

    /// <summary>r_ij / sum r, or r_ij / sum_j r_ij for a point-wise cost.</summary>
    public PairMatrix? DistanceShares { get; init; }

    /// <summary>(1 + r_ij^2) / sum (1 + r^2).</summary>
    public PairMatrix? FarShares { get; init; }

    /// <summary>The points that <see cref="Distances"/> are of, where a cost is only told and there are too many for all; null for all.</summary>
    public IReadOnlyList<int>? Sample { get; init; }

    /// <summary>Pairs of all points over those of the sample, unless the cost is divided by the total of its input. Default: 1.</summary>
    public double SampleFactor { get; init; } = 1;

    /// <summary>Parameters of the points in the kernel. Default: none.</summary>
    public KernelParameters Parameters { get; init; } = new();

    /// <summary>The precision of each scale of a multi-scale cost. Default: one scale.</summary>
    public IReadOnlyList<double> Scales { get; init; } = [];
}
