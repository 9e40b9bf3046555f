using System.Globalization;
using System.Text;

namespace Vicinity.Cli;

/// <summary>The findings as a table for people.</summary>
internal static class DoctorText
{
    private const string Indent = "               ";

    public static string Of(DoctorResult result)
    {
        StringBuilder text = new();
        MapInput input = result.Input;
        string cut = input.Cut.Length == 0 ? "" : $" ({input.Cut})";
        text.AppendLine($"{input.Name}: {Counted.Of(input.Data.Count, "row")}{cut}, {Counted.Of(input.Data.Columns, "column")}{(result.Map is null ? "" : $", a map of {Counted.Of(result.Map.Columns, "coordinate")}")}");
        foreach (FitWarning finding in result.Report.Findings)
        {
            Append(text, finding);
        }

        AppendMeasures(text, result.Report);
        foreach (string checks in result.Report.LeftOut)
        {
            text.AppendLine($"left out {checks}");
        }

        text.AppendLine(Verdict(result.Report.Findings));
        return text.ToString();
    }

    /// <summary>A number as a table shows it: four digits.</summary>
    public static string Number(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1e6 ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString("g3", CultureInfo.InvariantCulture);

    /// <summary>1 error, 2 warnings.</summary>
    public static string Verdict(IReadOnlyList<FitWarning> findings) => findings.Count == 0
        ? "nothing found"
        : string.Join(", ", findings.GroupBy(finding => finding.Severity).Select(group => Counted.Of(group.Count(), Word(group.Key))));

    public static string Word(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    private static void Append(StringBuilder text, FitWarning finding)
    {
        FindingKind? kind = FindingCatalog.Find(finding.Code);
        string number = double.IsFinite(finding.Number) ? $"  [{Number(finding.Number)}; threshold {Number(finding.Threshold)}]" : "";
        text.AppendLine($"{finding.Code,-6}{Word(finding.Severity),-9}{kind?.Title ?? "the command line"}{number}");
        text.AppendLine($"{Indent}{finding.Message}");
        if (finding.Why.Length > 0)
        {
            text.AppendLine($"{Indent}why: {finding.Why}");
        }

        if (finding.Remedy.Length > 0)
        {
            text.AppendLine($"{Indent}try: {finding.Remedy}");
        }
    }

    private static void AppendMeasures(StringBuilder text, DoctorReport report)
    {
        if (report.Quality is { } quality)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"kept {quality.NeighborsKept.Value:F3} of {quality.NeighborsPerPoint} neighbors, trustworthiness {quality.Trustworthiness.Value:F3}, continuity {quality.Continuity.Value:F3}; structure {report.Structure:F3}{(double.IsNaN(report.StructureOfNoise) ? "" : $", noise {report.StructureOfNoise:F3}")}"));
        }

        if (report.Stability is { } stability)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"{stability.Starts} random starts: neighbors shared {stability.MeanOverlap:F3}, islands {stability.IslandAgreement:F3}{(double.IsNaN(stability.DistanceCorrelation) ? "" : $", distances of islands {stability.DistanceCorrelation:F3}")}"));
        }
    }
}
