namespace Vicinity.Cli;

/// <summary>What the doctor found, and of what.</summary>
/// <param name="Input">The rows.</param>
/// <param name="Map">Their positions; null if only the data was looked at.</param>
/// <param name="Report">The findings.</param>
internal sealed record DoctorResult(MapInput Input, Matrix? Map, DoctorReport Report);
