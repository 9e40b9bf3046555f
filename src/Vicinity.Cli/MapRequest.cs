namespace Vicinity.Cli;

/// <summary>The map that a command line asks for.</summary>
/// <param name="Method">The method's name, or the parts of a mix.</param>
/// <param name="Options">The library's options.</param>
/// <param name="StartFile">A map to begin from; null if the start is computed.</param>
/// <param name="Warnings">Options that nothing reads.</param>
internal sealed record MapRequest(string Method, EmbeddingOptions Options, string? StartFile, IReadOnlyList<FitWarning> Warnings)
{
    /// <summary>The tool whose defaults were taken; null for our own.</summary>
    public string? Like { get; init; }

    /// <summary>What was set of the phases.</summary>
    public ScheduleSettings Settings { get; init; } = new();
}
