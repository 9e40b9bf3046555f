namespace Vicinity;

/// <summary>What a <see cref="Doctor"/> found.</summary>
public sealed class DoctorReport
{
    internal DoctorReport(IEnumerable<FitWarning> findings)
    {
        Findings = [.. findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Code, StringComparer.Ordinal)];
    }

    /// <summary>The findings, worst first, then by code.</summary>
    public IReadOnlyList<FitWarning> Findings { get; }

    /// <summary>The severity of the worst finding; null if there is none.</summary>
    public Severity? Worst => Findings.Count == 0 ? null : Findings[0].Severity;

    /// <summary>The points of the map that were looked at, ascending; empty if there was no map.</summary>
    public IReadOnlyList<int> Points { get; init; } = [];

    /// <summary>For each of <see cref="Points"/> the share of its 15 nearest in the data that are among its 15 nearest in the map.</summary>
    public IReadOnlyList<double> NeighborsKept { get; init; } = [];

    /// <summary>What a map of shuffled columns keeps, beyond chance and relative to what this map keeps; NaN if there was no map.</summary>
    public double NoiseLevel { get; init; } = double.NaN;

    /// <summary>How maps from random starts agree; null unless it was asked for.</summary>
    public StabilityReport? Stability { get; init; }
}
