namespace Vicinity.Cli;

/// <summary>Everything that is to be told about a finished run.</summary>
internal sealed record FitReport(MapInput Input, EmbeddingModel Model, FitRequest Request, StageClock Clock);
