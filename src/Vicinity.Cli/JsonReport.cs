using System.Text;
using System.Text.Json;

namespace Vicinity.Cli;

/// <summary>The result as one JSON object, on one line.</summary>
internal static class JsonReport
{
    public static string Text(FitReport report)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            Write(json, report);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + Environment.NewLine;
    }

    private static void Write(Utf8JsonWriter json, FitReport report)
    {
        EmbeddingModel model = report.Model;
        json.WriteStartObject();
        json.WriteString("method", report.Request.Map.Method);
        json.WriteNumber("n", report.Input.Data.Count);
        json.WriteNumber("dimensions", model.Map.Columns);
        JsonOptions.Write(json, report);
        Number(json, "recall", model.Report.NeighborRecall);
        Number(json, "varianceKept", model.Report.VarianceKept);
        Number(json, "loss", model.Loss);
        Number(json, "normalizedLoss", double.IsFinite(model.NullLoss) ? model.NormalizedLoss : double.NaN);
        json.WriteNumber("iterations", model.Iterations);
        Number(json, "gradientError", model.GradientError);
        WriteLearned(json, model.LearnedParameters);
        WriteSeconds(json, report.Clock);
        json.WriteNumber("peakBytes", PeakMemory.Bytes());
        WriteWarnings(json, report.Warnings);
        json.WriteEndObject();
    }

    /// <summary>A number; null where JSON has none.</summary>
    public static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>One number for all points, or one for each; nothing if nothing was learned.</summary>
    private static void WriteLearned(Utf8JsonWriter json, IReadOnlyList<double> parameters)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        json.WriteStartArray("learnedParameters");
        foreach (double parameter in parameters)
        {
            json.WriteNumberValue(parameter);
        }

        json.WriteEndArray();
    }

    private static void WriteSeconds(Utf8JsonWriter json, StageClock clock)
    {
        json.WriteStartObject("seconds");
        foreach ((string stage, double seconds) in clock.Stages)
        {
            json.WriteNumber(stage, Math.Round(seconds, 4));
        }

        json.WriteNumber("total", Math.Round(clock.Total.TotalSeconds, 4));
        json.WriteEndObject();
    }

    private static void WriteWarnings(Utf8JsonWriter json, IReadOnlyList<FitWarning> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (FitWarning warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("code", warning.Code);
            json.WriteString("message", warning.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
