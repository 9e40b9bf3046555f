namespace Vicinity;

/// <summary>A fit whose data has become affinities and a start, and whose optimisation is still to be run.</summary>
public sealed class PreparedEmbedding
{
    internal PreparedEmbedding(EmbeddingRun run, EmbeddingOptions resolvedOptions, IReadOnlyList<FitWarning> warnings)
    {
        Run = run;
        ResolvedOptions = resolvedOptions;
        Warnings = warnings;
    }

    /// <summary>The optimisation at its present iteration.</summary>
    public EmbeddingRun Run { get; }

    /// <summary>The options with every automatic choice replaced by what was chosen.</summary>
    public EmbeddingOptions ResolvedOptions { get; }

    /// <summary>What the user should know about the data and the choices.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; }

    /// <summary>Runs what is left of the schedule.</summary>
    /// <param name="progress">Receives the loss after every 50 iterations and at the end of a phase.</param>
    /// <param name="cancellationToken">Stops between two iterations.</param>
    public void Complete(IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>The map as it stands.</summary>
    public EmbeddingModel Finish() => throw new NotImplementedException();
}
