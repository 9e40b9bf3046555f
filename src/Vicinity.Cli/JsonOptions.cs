using System.Text.Json;

namespace Vicinity.Cli;

/// <summary>The options of a run as resolved, under the names of the command line.</summary>
internal static class JsonOptions
{
    public static void Write(Utf8JsonWriter json, FitReport report)
    {
        EmbeddingOptions options = report.Model.ResolvedOptions;
        json.WriteStartObject("options");
        WritePerplexity(json, options.Perplexity);
        JsonReport.Number(json, "k", options.Neighbors.IsAuto ? double.NaN : options.Neighbors.Resolve(report.Input.Data.Count, options.Perplexity.Value));
        json.WriteString("neighbors", options.NeighborMethod.Name);
        json.WriteNumber("pca", options.PcaComponents.Value);
        json.WriteString("scale", MapFlags.Scalings.Single(item => item.Value == options.Scaling).Word);
        json.WriteString("optimizer", ScheduleFlags.Optimizers.SingleOrDefault(item => item.Value == options.Optimizer).Word ?? "auto");
        json.WriteString("init", report.Request.Map.StartFile ?? options.Start.Name);
        json.WriteNumber("dims", options.Dimensions);
        json.WriteString("gradient", options.Gradient is ParticleMesh ? "mesh" : "exact");
        JsonReport.Number(json, "accuracy", options.Gradient is ParticleMesh mesh ? mesh.Accuracy : double.NaN);
        json.WriteNumber("seed", options.Seed);
        json.WriteNumber("threads", options.Threads);
        json.WriteString("metric", options.Metric.Name);
        json.WriteString("like", report.Request.Map.Like);
        WriteInput(json, report.Input.File);
        json.WriteNumber("width", report.Request.Picture.Width);
        json.WriteNumber("height", report.Request.Picture.Height);
        json.WriteString("rows", report.Input.Cut.Length == 0 ? "all" : report.Input.Cut);
        WritePhases(json, options.Schedule, report.Request.Map.Options.Schedule);
        WriteSchedule(json, options.Schedule);
        json.WriteEndObject();
    }

    /// <summary>A number, an array of several, or null where the method has none.</summary>
    private static void WritePerplexity(Utf8JsonWriter json, Perplexity perplexity)
    {
        if (perplexity.Values.Length < 2)
        {
            JsonReport.Number(json, "perplexity", perplexity.Values.IsEmpty ? double.NaN : perplexity.Value);
            return;
        }

        json.WriteStartArray("perplexity");
        foreach (double value in perplexity)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteInput(Utf8JsonWriter json, InputFile? file)
    {
        json.WriteString("labels", file?.Labels);
        json.WriteString("precomputed", file?.Precomputed?.ToString().ToLowerInvariant());
        json.WriteString("distances", file?.Distances);
        JsonReport.Number(json, "limit", file?.Limit ?? double.NaN);
        JsonReport.Number(json, "sample", file?.Sample ?? double.NaN);
    }

    /// <summary>The schedule in the words of the command line, so that a script can ask for it again; its rates are one only if one was set.</summary>
    private static void WritePhases(Utf8JsonWriter json, Schedule schedule, Schedule asked)
    {
        bool isExaggerated = schedule.Count > 1;
        json.WriteNumber("early-exaggeration", isExaggerated ? schedule[0].Exaggeration : 1);
        json.WriteNumber("early-exaggeration-iter", isExaggerated ? schedule.Where(phase => phase.Exaggeration > 1).Sum(phase => phase.Iterations) : 0);
        json.WritePropertyName("learning-rate");
        if (asked.Count == 0 || asked[^1].LearningRate.IsAuto)
        {
            json.WriteStringValue("auto");
        }
        else
        {
            json.WriteNumberValue(schedule[^1].LearningRate.Value);
        }

        JsonReport.Number(json, "momentum", schedule.All(phase => phase.Momentum == schedule[^1].Momentum) ? schedule[^1].Momentum : double.NaN);
        json.WriteNumber("tolerance", schedule[^1].Tolerance);
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
