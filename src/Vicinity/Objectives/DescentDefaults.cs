namespace Vicinity;

/// <summary>How an objective is best descended: numbers that a fit turns into phases.</summary>
public sealed record DescentDefaults
{
    /// <summary>Iterations in all. Default: 750 (openTSNE 1.0).</summary>
    public int Iterations { get; init; } = 750;

    /// <summary>Factor on the attraction at first. Default: 4; 12 for t-SNE (openTSNE 1.0); 1 for none.</summary>
    public double Exaggeration { get; init; } = 4;

    /// <summary>That factor is at least this times the root of the number of points: where nothing is normalised, repulsion grows with it. Default: 0; 0.1 for UMAP.</summary>
    public double ExaggerationPerRoot { get; init; }

    /// <summary>Iterations at that factor. Default: 250 (openTSNE 1.0).</summary>
    public int ExaggeratedIterations { get; init; } = 250;

    /// <summary>Factor on the full gradient; 0 is n / (4 a) for pair-wise costs and 1 / (4 a) for point-wise ones. Default: 0.</summary>
    public double LearningRate { get; init; }

    /// <summary>Share of the last step that is kept. Default: 0.8.</summary>
    public double Momentum { get; init; } = 0.8;

    /// <summary>What <see cref="Optimizer.Auto"/> stands for. Default: delta-bar-delta.</summary>
    public Optimizer Optimizer { get; init; } = Optimizer.DeltaBarDelta;

    /// <summary>Of costs between weights that are not normalised, all pairs counted (docs/decisions/0022-near-field.md).</summary>
    internal static DescentDefaults OfAllPairs { get; } = new() { ExaggerationPerRoot = 0.1, LearningRate = 0.1 };
}
