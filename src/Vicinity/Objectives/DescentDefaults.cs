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

    /// <summary>
    /// That factor is at least this times n^2, of which the balance of attraction and repulsion makes a map of usual size; without it the map is stretched by
    /// the root. For costs of one distribution P and n^2 weights that are not normalised. Default: 0; gamma / 35 for LargeVis.
    /// </summary>
    public double ExaggerationPerPair { get; init; }

    /// <summary>Iterations with exaggeration. Default: 250 (openTSNE 1.0).</summary>
    public int ExaggeratedIterations { get; init; } = 250;

    /// <summary>
    /// Whether exaggeration falls by equal factors, over these iterations in five equal parts (of t-SNE: after them, below 50,000 points), instead of being dropped
    /// at their end: fewer folds and torn islands remain. Delta-bar-delta only, and only while no length is set. Default: yes; not for costs that have a rate of their own.
    /// </summary>
    public bool ExaggerationFalls { get; init; } = true;

    /// <summary>Factor on the full gradient; 0 is n / (4 a) for pair-wise costs and 1 / (4 a) for point-wise ones. Default: 0.</summary>
    public double LearningRate { get; init; }

    /// <summary>Share of the last step that is kept. Default: 0.8.</summary>
    public double Momentum { get; init; } = 0.8;

    /// <summary>What <see cref="Optimizer.Auto"/> stands for. Default: delta-bar-delta.</summary>
    public Optimizer Optimizer { get; init; } = Optimizer.DeltaBarDelta;

    /// <summary>Of costs between weights that are not normalised, all pairs counted (docs/decisions/0022-near-field.md).</summary>
    internal static DescentDefaults OfAllPairs { get; } = new() { ExaggerationPerRoot = 0.1, ExaggerationFalls = false, LearningRate = 0.1 };

    /// <summary>The factor for so many points.</summary>
    internal double ExaggerationOf(int count) => Math.Max(Math.Max(Exaggeration, ExaggerationPerRoot * Math.Sqrt(count)), PerPair(count));

    /// <summary>
    /// How much larger than usual a map is at an exaggeration: a sum p ln f + gamma sum 1/f, which the cost is where f is large, is least at f in proportion to gamma n^2 / a.
    /// </summary>
    internal double Size(double exaggeration, int count) => PerPair(count) > Exaggeration ? Math.Sqrt(Math.Max(1, PerPair(count) / exaggeration)) : 1;

    private double PerPair(int count) => ExaggerationPerPair * count * count;
}
