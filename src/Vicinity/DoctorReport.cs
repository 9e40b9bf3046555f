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

    /// <summary>The measures of the map over <see cref="Points"/>, as if these were all; null if there was no map.</summary>
    public QualityReport? Quality { get; init; }

    /// <summary>The peak of R_NX: neighbours kept beyond chance at the size of neighbourhood where the map keeps most; NaN if there was no map.</summary>
    public double Structure { get; init; } = double.NaN;

    /// <summary>The same of a map of the data with every column shuffled for itself: what noise reaches; NaN if there was no map.</summary>
    public double StructureOfNoise { get; init; } = double.NaN;

    /// <summary>How maps from random starts agree; null unless it was asked for.</summary>
    public StabilityReport? Stability { get; init; }

    /// <summary>Checks that say nothing about this kind of input or metric: codes, a colon, and why; empty for dense rows and Euclidean distances.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The same, said of the rows that were looked at, with what is known of the others.</summary>
    internal DoctorReport OfRows(int[] rows, IEnumerable<FitWarning> others) =>
        new([.. others, .. Findings.Select(finding => finding with { Points = [.. finding.Points.Select(point => rows[point])] })])
        {
            Points = [.. Points.Select(point => rows[point])],
            Quality = Quality,
            Structure = Structure,
            StructureOfNoise = StructureOfNoise,
            Stability = Stability,
            LeftOut = LeftOut,
        };
}
