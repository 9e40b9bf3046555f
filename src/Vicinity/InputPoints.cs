namespace Vicinity;

/// <summary>An input, ready to be asked for neighbours.</summary>
/// <param name="Count">n.</param>
internal sealed record InputPoints(int Count)
{
    /// <summary>The rows as they are compared; null if affinities are given.</summary>
    public RowSpace? Rows { get; init; }

    /// <summary>The rows as numbers, scaled and reduced; null if they are not dense.</summary>
    public Matrix? Dense { get; init; }

    /// <summary>What new points will be compared with; null if there can be none.</summary>
    public TrainingData? Training { get; init; }

    /// <summary>The rows as sparse numbers; null if they are not sparse, or reduced.</summary>
    public SparseMatrix? Sparse { get; init; }

    /// <summary>P, if it is given.</summary>
    public Affinities? Affinities { get; init; }

    /// <summary>How rows are compared, or that this was decided elsewhere.</summary>
    public Metric Metric { get; init; } = Metric.Given;

    /// <summary>Principal components that the rows were reduced to.</summary>
    public PcaComponents Reduction { get; init; } = PcaComponents.None;

    /// <summary>Their share of the variance.</summary>
    public double VarianceKept { get; init; } = 1;

    /// <summary>What is odd about the input.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; init; } = [];

    /// <summary>True if principal components can be a start.</summary>
    public bool HasRows => Dense is not null || Sparse is not null;
}
