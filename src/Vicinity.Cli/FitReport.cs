namespace Vicinity.Cli;

/// <summary>Everything that is to be told about a finished run.</summary>
internal sealed record FitReport(MapInput Input, EmbeddingModel Model, FitRequest Request, StageClock Clock)
{
    /// <summary>What is odd about the command line and the file, then about the data and the run.</summary>
    public IReadOnlyList<FitWarning> Warnings => [.. Request.Map.Warnings, .. Input.Warnings, .. Model.Warnings];
}
