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

    /// <summary>How far apart two rows are. Default: Euclidean.</summary>
    public Metric Metric { get; init; } = Metric.Euclidean;

    /// <summary>How the neighbours are looked for. Default: exact up to 150,000 points, approximate above.</summary>
    public NeighborMethod NeighborMethod { get; init; } = NeighborMethod.Auto;

    /// <summary>How the columns are scaled before anything else. Default: not at all.</summary>
    public InputScaling Scaling { get; init; } = InputScaling.None;

    /// <summary>Principal components that the data is reduced to first. Default: 50 for data of more than 128 columns that is not whitened, else none.</summary>
    public PcaComponents PcaComponents { get; init; } = PcaComponents.Auto;

    /// <summary>Coordinates of the map, 1 ... 3. Default: 2.</summary>
    public int Dimensions { get; init; } = 2;

    /// <summary>Where the points begin. Default: principal components, scaled for affinities, in units of the data for distances.</summary>
    public Start Start { get; init; } = Start.Auto;

    /// <summary>The phases of the optimisation. Default: those of the objective and the number of points; see docs/decisions/0021-schedule.md.</summary>
    public Schedule Schedule { get; init; } = Schedule.Auto;

    /// <summary>How the objective is descended. Default: what it does best with, which is delta-bar-delta or L-BFGS.</summary>
    public Optimizer Optimizer { get; init; } = Optimizer.Auto;

    /// <summary>How kernel parameters are learned, if the objective learns any. Default: alternating with the map.</summary>
    public ParameterDescent ParameterDescent { get; init; } = ParameterDescent.Alternating;

    /// <summary>How far pairs of points are summed. Default: exactly for small maps, else by a particle mesh within 2 % of the forces.</summary>
    public GradientMethod Gradient { get; init; } = GradientMethod.Auto;

    /// <summary>Seed of every random choice. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>Cores to use, at least 1; the map does not depend on it. Default: all.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
