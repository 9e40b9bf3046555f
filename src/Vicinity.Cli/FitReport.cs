namespace Vicinity.Cli;

/// <summary>Everything that is to be told about a finished run.</summary>
internal sealed record FitReport(MapInput Input, EmbeddingModel Model, FitRequest Request, StageClock Clock)
{
    /// <summary>What is odd about the command line, the file, the data and the run; worst first.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; } =
        [.. ((IEnumerable<FitWarning>)[.. Request.Map.Warnings, .. Input.Warnings, .. Input.Leak(), .. Model.Warnings]).OrderByDescending(warning => warning.Severity)];
}
