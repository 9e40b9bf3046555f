using System.Text;
using System.Text.Json;

namespace Vicinity.Cli;

/// <summary>The findings as one JSON object, on one line.</summary>
internal static class DoctorJson
{
    public static string Text(DoctorResult result)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            Write(json, result);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + Environment.NewLine;
    }

    private static void Write(Utf8JsonWriter json, DoctorResult result)
    {
        DoctorReport report = result.Report;
        json.WriteStartObject();
        json.WriteNumber("n", result.Input.Data.Count);
        json.WriteNumber("columns", result.Input.Data.Columns);
        json.WriteString("worst", report.Worst is { } worst ? DoctorText.Word(worst) : null);
        json.WriteStartArray("findings");
        foreach (FitWarning finding in report.Findings)
        {
            WriteFinding(json, finding, result.Input.RowNumbers);
        }

        json.WriteEndArray();
        json.WriteStartArray("leftOut");
        foreach (string checks in report.LeftOut)
        {
            json.WriteStringValue(checks);
        }

        json.WriteEndArray();
        WriteMeasures(json, report);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, FitWarning finding, IReadOnlyList<int> rowNumbers)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", DoctorText.Word(finding.Severity));
        JsonReport.Number(json, "number", finding.Number);
        JsonReport.Number(json, "threshold", finding.Threshold);
        json.WriteString("message", finding.Message);
        json.WriteString("why", finding.Why);
        json.WriteString("remedy", finding.Remedy);
        json.WriteStartArray("rows");
        foreach (int point in finding.Points)
        {
            json.WriteNumberValue(rowNumbers[point]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMeasures(Utf8JsonWriter json, DoctorReport report)
    {
        if (report.Quality is { } quality)
        {
            json.WriteStartObject("map");
            json.WriteNumber("points", report.Points.Count);
            json.WriteNumber("k", quality.NeighborsPerPoint);
            JsonReport.Number(json, "kept", quality.NeighborsKept.Value);
            JsonReport.Number(json, "trustworthiness", quality.Trustworthiness.Value);
            JsonReport.Number(json, "continuity", quality.Continuity.Value);
            JsonReport.Number(json, "structure", report.Structure);
            JsonReport.Number(json, "structureOfNoise", report.StructureOfNoise);
            json.WriteEndObject();
        }

        if (report.Stability is { } stability)
        {
            json.WriteStartObject("stability");
            json.WriteNumber("starts", stability.Starts);
            JsonReport.Number(json, "overlap", stability.MeanOverlap);
            JsonReport.Number(json, "islands", stability.IslandAgreement);
            JsonReport.Number(json, "distances", stability.DistanceCorrelation);
            json.WriteEndObject();
        }
    }
}
