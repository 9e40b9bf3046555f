namespace Vicinity.Cli;

/// <summary>A map and what was measured of it.</summary>
internal sealed record MeasuredMap(MappedRows Rows, QualityReport Report);
