namespace Vicinity;

/// <summary>Something about the data, the run or the map that its user should know.</summary>
/// <param name="Code">Stable name of the finding, such as D107.</param>
/// <param name="Message">What was found, with its numbers, and the cure.</param>
public sealed record FitWarning(string Code, string Message)
{
    /// <summary>How much it matters. Default: what the code usually has.</summary>
    public Severity Severity { get; init; } = FindingCatalog.SeverityOf(Code);

    /// <summary>What was measured, in the units of <see cref="Threshold"/>; NaN for findings that are not about a number.</summary>
    public double Number { get; init; } = double.NaN;

    /// <summary>From where on <see cref="Number"/> is worth a word; NaN if there is no number.</summary>
    public double Threshold { get; init; } = double.NaN;

    /// <summary>Why it matters, in one sentence; empty for codes that are no finding of the doctor.</summary>
    public string Why => FindingCatalog.Find(Code)?.Why ?? "";

    /// <summary>Options of the tool that cure it, to be pasted; empty if none can.</summary>
    public string Remedy { get; init; } = FindingCatalog.Find(Code)?.Remedy ?? "";

    /// <summary>The points concerned, ascending, 0 ... n - 1; empty if it concerns all, or none in particular.</summary>
    public IReadOnlyList<int> Points { get; init; } = [];
}
