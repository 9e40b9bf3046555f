using System.Text;
using System.Text.Json;

namespace Vicinity.Cli;

/// <summary>The measures as one JSON object, on one line.</summary>
internal static class QualityJson
{
    public static string Text(MeasuredMap measured)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            Write(json, measured);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + Environment.NewLine;
    }

    private static void Write(Utf8JsonWriter json, MeasuredMap measured)
    {
        QualityReport report = measured.Report;
        json.WriteStartObject();
        json.WriteNumber("n", report.Count);
        json.WriteNumber("k", report.NeighborsPerPoint);
        json.WriteNumber("measured", report.Points.Count);
        json.WriteBoolean("exact", report.IsExact);
        Write(json, "kept", report.NeighborsKept);
        Write(json, "trustworthiness", report.Trustworthiness);
        Write(json, "continuity", report.Continuity);
        Write(json, "rnxArea", report.RnxArea);
        Write(json, "rankCorrelation", report.RankCorrelation);
        WriteCurve(json, report.RnxCurve);
        WriteLabels(json, report.Labels);
        WriteDistances(json, report.Distances);
        WriteLoss(json, report.Loss);
        WritePoints(json, measured);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Estimate? estimate)
    {
        json.WriteStartObject(name);
        JsonReport.Number(json, "value", estimate?.Value ?? double.NaN);
        JsonReport.Number(json, "error", estimate?.StandardError ?? double.NaN);
        json.WriteEndObject();
    }

    private static void WriteCurve(Utf8JsonWriter json, IReadOnlyList<double> curve)
    {
        json.WriteStartArray("rnx");
        foreach (double value in curve)
        {
            json.WriteNumberValue(Math.Round(value, 6));
        }

        json.WriteEndArray();
    }

    private static void WriteLabels(Utf8JsonWriter json, LabelQuality? labels)
    {
        if (labels is null)
        {
            return;
        }

        json.WriteStartObject("labels");
        Write(json, "accuracy", labels.Accuracy);
        Write(json, "accuracyInData", labels.AccuracyInData);
        Write(json, "rocArea", labels.RocArea);
        Write(json, "precisionRecallArea", labels.PrecisionRecallArea);
        json.WriteStartArray("scores");
        foreach (LabelScore score in labels.Scores)
        {
            json.WriteStartObject();
            json.WriteString("label", score.Label);
            json.WriteNumber("count", score.Count);
            Write(json, "accuracy", score.Accuracy);
            Write(json, "rocArea", score.RocArea);
            Write(json, "precisionRecallArea", score.PrecisionRecallArea);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDistances(Utf8JsonWriter json, DistanceQuality distances)
    {
        json.WriteStartObject("distances");
        json.WriteNumber("pairs", distances.Pairs);
        Write(json, "pearson", distances.Pearson);
        Write(json, "spearman", distances.Spearman);
        Write(json, "rawStress", distances.RawStress);
        Write(json, "normalizedStress", distances.NormalizedStress);
        Write(json, "kruskalStress", distances.KruskalStress);
        Write(json, "sammonStress", distances.SammonStress);
        Write(json, "rootMeanSquareError", distances.RootMeanSquareError);
        Write(json, "relativeError", distances.RelativeError);
        Write(json, "scaledStress", distances.ScaledStress);
        json.WriteEndObject();
    }

    private static void WriteLoss(Utf8JsonWriter json, LossQuality? loss)
    {
        if (loss is null)
        {
            return;
        }

        json.WriteStartObject("loss");
        json.WriteString("method", loss.Method);
        JsonReport.Number(json, "value", loss.Loss);
        JsonReport.Number(json, "null", loss.NullLoss);
        JsonReport.Number(json, "normalized", loss.NormalizedLoss);
        JsonReport.Number(json, "perplexity", loss.Perplexity > 0 ? loss.Perplexity : double.NaN);
        JsonReport.Number(json, "pBic", loss.PerplexityCriterion ?? double.NaN);
        json.WriteEndObject();
    }

    /// <summary>One object per point measured; its id is the number of its row in the data.</summary>
    private static void WritePoints(Utf8JsonWriter json, MeasuredMap measured)
    {
        json.WriteStartArray("points");
        foreach (PointQuality point in measured.Report.Points)
        {
            json.WriteStartObject();
            json.WriteNumber("id", measured.Rows.Input.RowNumbers[point.Point]);
            json.WriteNumber("kept", Math.Round(point.NeighborsKept, 6));
            json.WriteNumber("trustworthiness", Math.Round(point.Trustworthiness, 6));
            json.WriteNumber("continuity", Math.Round(point.Continuity, 6));
            json.WriteNumber("rnxArea", Math.Round(point.RnxArea, 6));
            json.WriteNumber("rankCorrelation", Math.Round(point.RankCorrelation, 6));
            JsonReport.Number(json, "stress", Math.Round(point.Stress, 6));
            JsonReport.Number(json, "scaledStress", Math.Round(point.ScaledStress, 6));
            WriteOptional(json, point);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, PointQuality point)
    {
        if (point.LabelFound is { } found)
        {
            json.WriteBoolean("labelFound", found);
            JsonReport.Number(json, "rocArea", point.RocArea ?? double.NaN);
            JsonReport.Number(json, "precisionRecallArea", point.PrecisionRecallArea ?? double.NaN);
        }

        if (point.Loss is { } loss)
        {
            json.WriteNumber("loss", loss);
        }
    }
}
