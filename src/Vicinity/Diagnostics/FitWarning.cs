namespace Vicinity;

/// <summary>Something about the data or the run that its user should know.</summary>
/// <param name="Code">Stable name of the finding, such as D107.</param>
/// <param name="Message">What was found, with its numbers, and the cure.</param>
public sealed record FitWarning(string Code, string Message);
