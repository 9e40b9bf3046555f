namespace Vicinity;

/// <summary>A finished map and how it came about.</summary>
public sealed partial class EmbeddingModel
{
    /// <summary>About what is left of 0 when P is rounded to float.</summary>
    private const double LeastNullLoss = 1e-6;

    internal EmbeddingModel(
        Matrix map, double loss, double nullLoss, int iterations, EmbeddingOptions resolvedOptions, PreparationReport report,
        IReadOnlyList<FitWarning> warnings, IReadOnlyList<double>? learnedParameters = null, double gradientError = 0)
    {
        Map = map;
        Loss = loss;
        NullLoss = nullLoss;
        Iterations = iterations;
        ResolvedOptions = resolvedOptions;
        Report = report;
        Warnings = warnings;
        LearnedParameters = learnedParameters ?? [];
        GradientError = gradientError;
    }

    /// <summary>The map; n x dimensions.</summary>
    public Matrix Map { get; }

    /// <summary>The cost of the map, of the true P, in nats.</summary>
    public double Loss { get; }

    /// <summary>The cost of a map in which all points are alike (q uniform), in nats.</summary>
    public double NullLoss { get; }

    /// <summary>Loss / NullLoss: 1 for no structure at all; 1, too, where there is none to show, with P uniform and so a null loss of 0.</summary>
    public double NormalizedLoss => Math.Abs(NullLoss) > LeastNullLoss ? Loss / NullLoss : 1;

    /// <summary>The measured error of the repulsive forces at the map, a fraction; see <see cref="EmbeddingRun.GradientError"/>.</summary>
    public double GradientError { get; }

    /// <summary>Iterations done.</summary>
    public int Iterations { get; }

    /// <summary>The kernel parameters as learned: one per point, or one for all; empty if the objective learns none.</summary>
    public IReadOnlyList<double> LearnedParameters { get; }

    /// <summary>The options with every automatic choice replaced by what was chosen.</summary>
    public EmbeddingOptions ResolvedOptions { get; }

    /// <summary>How true reduction and neighbours are to the data.</summary>
    public PreparationReport Report { get; }

    /// <summary>What the user should know, most important first.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; }
}
