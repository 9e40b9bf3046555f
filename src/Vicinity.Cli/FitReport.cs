namespace Vicinity.Cli;

/// <summary>Everything that is to be told about a finished run.</summary>
internal sealed record FitReport(MapInput Input, EmbeddingModel Model, FitRequest Request, StageClock Clock)
{
    /// <summary>What is odd about the command line, the file, the data and the run; worst first.</summary>
    public IReadOnlyList<FitWarning> Warnings =>
        [.. ((IEnumerable<FitWarning>)[.. Request.Map.Warnings, .. Rowless, .. Input.Warnings, .. Model.Warnings]).OrderByDescending(warning => warning.Severity)];

    /// <summary>A model is asked for, but the input has no rows that new ones could be compared with.</summary>
    private IEnumerable<FitWarning> Rowless => Request.IncludesData && !Model.CanTransform && Request.Outputs.Where(OutputFiles.IsModel).FirstOrDefault() is { } path
        ? [new("U102", $"{path} cannot place new rows, for neighbors and affinities have none to compare with. Give rows or distances if transform is needed.")]
        : [];
}
