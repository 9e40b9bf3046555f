namespace Vicinity.Cli;

/// <summary>What a command asks for, the data aside.</summary>
/// <param name="Map">The map, and how it is made.</param>
/// <param name="Outputs">Files to write.</param>
/// <param name="Json">One JSON object instead of the summary.</param>
/// <param name="Quiet">Nothing on stderr but errors.</param>
internal sealed record FitRequest(MapRequest Map, IReadOnlyList<string> Outputs, bool Json, bool Quiet)
{
    /// <summary>How large the pictures are.</summary>
    public PictureSize Picture { get; init; } = new();

    /// <summary>False if a model file shall not hold the rows.</summary>
    public bool IncludesData { get; init; } = true;

    /// <summary>How the run is kept on the disk; null if it is not.</summary>
    public Keeping? Keeping { get; init; }
}
