using System.Text.Json;

namespace Vicinity.Cli;

/// <summary>The options of a run as resolved, under the names of the command line.</summary>
internal static class JsonOptions
{
    public static void Write(Utf8JsonWriter json, FitReport report)
    {
        EmbeddingOptions options = report.Model.ResolvedOptions;
        json.WriteStartObject("options");
        JsonReport.Number(json, "perplexity", options.Perplexity.IsAuto ? double.NaN : options.Perplexity.Value);
        json.WriteNumber("k", options.Neighbors.Resolve(report.Input.Data.Rows, options.Perplexity.Value));
        json.WriteNumber("pca", options.PcaComponents.Value);
        json.WriteString("scale", "none");
        json.WriteString("init", report.Request.StartFile ?? options.Start.Name);
        json.WriteNumber("dims", options.Dimensions);
        json.WriteNumber("seed", options.Seed);
        json.WriteNumber("threads", options.Threads);
        json.WriteString("rows", report.Input.Cut.Length == 0 ? "all" : report.Input.Cut);
        WriteSchedule(json, options.Schedule);
        json.WriteEndObject();
    }

    private static void WriteSchedule(Utf8JsonWriter json, IReadOnlyList<Phase> schedule)
    {
        json.WriteNumber("iterations", schedule.Sum(phase => phase.Iterations));
        json.WriteStartArray("schedule");
        foreach (Phase phase in schedule)
        {
            json.WriteStartObject();
            json.WriteNumber("iterations", phase.Iterations);
            json.WriteNumber("exaggeration", phase.Exaggeration);
            JsonReport.Number(json, "learningRate", phase.LearningRate.IsAuto ? double.NaN : phase.LearningRate.Value);
            json.WriteNumber("momentum", phase.Momentum);
            json.WriteNumber("tolerance", phase.Tolerance);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
