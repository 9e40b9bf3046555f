namespace Vicinity.Cli;

/// <summary>What a command asks for, the data aside.</summary>
/// <param name="Options">The library's options.</param>
/// <param name="StartFile">A map to begin from; null if the start is computed.</param>
/// <param name="Outputs">Files to write.</param>
/// <param name="Json">One JSON object instead of the summary.</param>
/// <param name="Quiet">Nothing on stderr but errors.</param>
internal sealed record FitRequest(EmbeddingOptions Options, string? StartFile, IReadOnlyList<string> Outputs, bool Json, bool Quiet)
{
    /// <summary>How large the pictures are.</summary>
    public PictureSize Picture { get; init; } = new();
}
