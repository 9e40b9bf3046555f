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
        json.WriteString("learn-mode", options.Objective.IsLearning ? options.ParameterDescent == ParameterDescent.Joint ? "joint" : "alternating" : null);
        json.WriteString("init", report.Request.Map.StartFile ?? options.Start.Name);
        json.WriteNumber("dims", options.Dimensions);
        WriteGradient(json, options.Gradient);
        json.WriteNumber("seed", options.Seed);
        json.WriteNumber("threads", options.Threads);
        json.WriteString("metric", options.Metric.Name);
        json.WriteString("like", report.Request.Map.Like);
        WriteInput(json, report.Input.File);
        json.WriteNumber("width", report.Request.Picture.Width);
        json.WriteNumber("height", report.Request.Picture.Height);
        json.WriteString("rows", report.Input.Cut.Length == 0 ? "all" : report.Input.Cut);
        WriteSettings(json, options.Schedule, report.Request.Map.Settings);
        WriteSchedule(json, options.Schedule);
        json.WriteEndObject();
    }

    /// <summary>The method, and the number that it reads; null for those of others.</summary>
    private static void WriteGradient(Utf8JsonWriter json, GradientMethod gradient)
    {
        json.WriteString("gradient", gradient switch
        {
            ParticleMesh => "mesh",
            BarnesHut => "barnes-hut",
            _ => "exact",
        });
        JsonReport.Number(json, "accuracy", gradient is ParticleMesh mesh ? mesh.Accuracy : double.NaN);
        JsonReport.Number(json, "theta", gradient is BarnesHut tree ? tree.Theta : double.NaN);
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

    /// <summary>The schedule in the words of the command line, so that a script can ask for it again; the phases tell what auto has become.</summary>
    private static void WriteSettings(Utf8JsonWriter json, Schedule schedule, ScheduleSettings asked)
    {
        WriteSettled(json, "iterations", asked.Iterations);
        json.WriteNumber("early-exaggeration", asked.Exaggeration ?? (schedule.Count > 1 ? schedule[0].Exaggeration : 1));
        WriteSettled(json, "early-exaggeration-iter", asked.ExaggeratedIterations);
        WriteSettled(json, "learning-rate", asked.LearningRate.IsAuto ? null : asked.LearningRate.Value);
        WriteSettled(json, "momentum", asked.Momentum);
        WriteSettled(json, "tolerance", asked.Tolerance);
        json.WriteBoolean("converge", asked.Converges);
    }

    private static void WriteSettled(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, "auto");
        }
    }

    private static void WriteSchedule(Utf8JsonWriter json, IReadOnlyList<Phase> schedule)
    {
        json.WriteStartArray("schedule");
        foreach (Phase phase in schedule)
        {
            json.WriteStartObject();
            json.WriteNumber("iterations", phase.Iterations);
            json.WriteNumber("exaggeration", phase.Exaggeration);
            JsonReport.Number(json, "learningRate", phase.LearningRate.IsAuto ? double.NaN : phase.LearningRate.Value);
            json.WriteNumber("momentum", phase.Momentum);
            json.WriteNumber("neighbors", phase.Neighbors);
            json.WriteBoolean("grows", phase.Grows);
            json.WriteNumber("stretch", phase.Stretch);
            json.WriteNumber("tolerance", phase.Tolerance);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
