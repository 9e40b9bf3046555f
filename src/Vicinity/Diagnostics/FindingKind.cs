namespace Vicinity;

/// <summary>One code of the doctor.</summary>
/// <param name="Code">D1xx for the data, D2xx for the run, D3xx for the map.</param>
/// <param name="Severity">What it usually has.</param>
/// <param name="Title">The finding in a few words.</param>
/// <param name="Measure">What its number is.</param>
/// <param name="Why">Why it matters, one sentence.</param>
/// <param name="Remedy">Options to paste; empty if none help.</param>
internal sealed record FindingKind(string Code, Severity Severity, string Title, string Measure, string Why, string Remedy);
