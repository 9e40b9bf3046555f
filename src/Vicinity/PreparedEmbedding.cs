namespace Vicinity;

/// <summary>A fit that is ready to be optimised: the loop belongs to the caller.</summary>
public sealed class PreparedEmbedding
{
    internal PreparedEmbedding(EmbeddingRun run, EmbeddingOptions resolvedOptions, IReadOnlyList<FitWarning> warnings)
    {
        Run = run;
        ResolvedOptions = resolvedOptions;
        Warnings = warnings;
    }

    /// <summary>The optimisation, at its start.</summary>
    public EmbeddingRun Run { get; }

    /// <summary>The options with every automatic choice replaced by what was chosen.</summary>
    public EmbeddingOptions ResolvedOptions { get; }

    /// <summary>What the user should know so far.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; }

    /// <summary>The map as it is now.</summary>
    public EmbeddingModel Finish() => throw new NotImplementedException();
}
