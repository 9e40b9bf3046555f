using System.Text;
using System.Text.Json;

namespace Vicinity;

/// <summary>What a model file says in words and single numbers, as JSON: the figures of the fit and its options as resolved.</summary>
internal static class ModelText
{
    public static string Of(EmbeddingModel model)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            WriteFigures(json, model);
            WriteOptions(json, model.ResolvedOptions);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A number; NaN for null.</summary>
    public static double Number(JsonElement about, string name) => about.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.GetDouble() : double.NaN;

    public static FitWarning[] Warnings(JsonElement about) =>
        [.. about.GetProperty("warnings").EnumerateArray().Select(ReadWarning)];

    public static string[]? Names(JsonElement about) => about.GetProperty("columnNames") is { ValueKind: JsonValueKind.Array } names
        ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
        : null;

    /// <exception cref="FormatException">A word is none of this version, or the objective is needed.</exception>
    public static EmbeddingOptions Options(JsonElement about, Objective? objective, Metric? metric) => new()
    {
        Objective = objective ?? ReadObjective(about.GetProperty("objective")),
        Perplexity = ReadPerplexity(about.GetProperty("perplexity")),
        Neighbors = about.GetProperty("neighbors").GetInt32() switch { 0 => NeighborCount.Auto, -1 => NeighborCount.All, int count => count },
        NeighborMethod = Number(about, "neighborRecall") is var recall and < 1 ? new ApproximateNeighbors(recall) : NeighborMethod.Exact,
        Metric = ReadMetric(about, metric),
        Scaling = Word<InputScaling>(about, "scaling"),
        PcaComponents = about.GetProperty("pcaComponents").GetInt32(),
        Dimensions = about.GetProperty("dimensions").GetInt32(),
        Start = ((Start[])[Start.Pca, Start.PcaRaw, Start.Random, Start.Uniform, Start.Mds, Start.Spectral])
            .FirstOrDefault(start => start.Name == about.GetProperty("start").GetString()) ?? Start.Auto,
        Schedule = [.. about.GetProperty("schedule").EnumerateArray().Select(ModelSchedule.Phase)],
        Optimizer = Word<Optimizer>(about, "optimizer"),
        ParameterDescent = Word<ParameterDescent>(about, "parameterDescent"),
        Gradient = ReadGradient(about),
        Seed = about.GetProperty("seed").GetInt32(),
    };

    /// <summary>Code and message; from the second version of the text on, what was measured, too.</summary>
    private static FitWarning ReadWarning(JsonElement item)
    {
        FitWarning read = new(item[0].GetString()!, item[1].GetString()!);
        return item.GetArrayLength() < 6 ? read : read with
        {
            Severity = Enum.TryParse(item[2].GetString(), out Severity severity) ? severity : throw new FormatException("A severity is none of this version."),
            Number = Value(item[3]),
            Threshold = Value(item[4]),
            Remedy = item[5].GetString()!,
        };
    }

    /// <summary>Models of before there were others are of dense rows.</summary>
    public static RowKind Kind(JsonElement about) => about.TryGetProperty("inputKind", out _) ? Word<RowKind>(about, "inputKind") : RowKind.Dense;

    private static double Value(JsonElement value) => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();

    private static void WriteValue(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteFigures(Utf8JsonWriter json, EmbeddingModel model)
    {
        json.WriteNumber("iterations", model.Iterations);
        Write(json, "loss", model.Loss);
        Write(json, "nullLoss", model.NullLoss);
        Write(json, "gradientError", model.GradientError);
        Write(json, "varianceKept", model.Report.VarianceKept);
        Write(json, "recall", model.Report.NeighborRecall);
        json.WriteStartArray("warnings");
        foreach (FitWarning warning in model.Warnings)
        {
            json.WriteStartArray();
            json.WriteStringValue(warning.Code);
            json.WriteStringValue(warning.Message);
            json.WriteStringValue($"{warning.Severity}");
            WriteValue(json, warning.Number);
            WriteValue(json, warning.Threshold);
            json.WriteStringValue(warning.Remedy);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("inputColumns", model.InputColumns);
        json.WriteString("inputKind", $"{model.Training?.Kind ?? RowKind.Dense}");
        json.WritePropertyName("columnNames");
        if (model.Training?.Steps.Names is not { } names)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter json, EmbeddingOptions options)
    {
        WriteObjective(json, options.Objective);
        json.WriteStartArray("perplexity");
        json.WriteStringValue($"{options.Perplexity.Kind}");
        foreach (double value in options.Perplexity)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
        json.WriteNumber("neighbors", options.Neighbors.IsAuto ? 0 : options.Neighbors.IsAll ? -1 : options.Neighbors.Resolve(int.MaxValue, 0));
        Write(json, "neighborRecall", (options.NeighborMethod as ApproximateNeighbors)?.Recall ?? 1);
        json.WriteString("metric", options.Metric.Name);
        json.WriteString("scaling", $"{options.Scaling}");
        json.WriteNumber("pcaComponents", options.PcaComponents.Value);
        json.WriteNumber("dimensions", options.Dimensions);
        json.WriteString("start", options.Start.Name);
        ModelSchedule.Write(json, options.Schedule);
        json.WriteString("optimizer", $"{options.Optimizer}");
        json.WriteString("parameterDescent", $"{options.ParameterDescent}");
        Write(json, "accuracy", (options.Gradient as ParticleMesh)?.Accuracy ?? double.NaN);
        Write(json, "theta", (options.Gradient as BarnesHut)?.Theta ?? double.NaN);
        json.WriteNumber("seed", options.Seed);
    }

    /// <summary>That of the file, or one of a program's own that the caller gives for its name.</summary>
    private static Metric ReadMetric(JsonElement about, Metric? given)
    {
        string word = !about.TryGetProperty("metric", out JsonElement name) ? Metric.Euclidean.Name : name.GetString() ?? "";
        Metric found = word.Length == 0 ? throw new FormatException("the metric has no name")
            : Metric.Find(word) ?? (word == Metric.Given.Name ? Metric.Given : Metric.Unknown(word));
        return given is null || given == found ? found
            : found.IsUnknown && given.Name == word ? given
            : throw new FormatException($"its metric is {word}, but {given.Name} is given");
    }

    private static GradientMethod ReadGradient(JsonElement about) =>
        Number(about, "accuracy") is var accuracy && !double.IsNaN(accuracy) ? new ParticleMesh(accuracy)
        : about.TryGetProperty("theta", out JsonElement theta) && theta.ValueKind == JsonValueKind.Number ? new BarnesHut(theta.GetDouble())
        : GradientMethod.Exact;

    /// <summary>Its words, and what may have been changed since they made it.</summary>
    private static void WriteObjective(Utf8JsonWriter json, Objective objective)
    {
        json.WriteStartObject("objective");
        json.WriteString("words", Provenance.WordsOf(objective));
        json.WriteString("name", objective.Name);
        Objective part = objective.Parts[0].Part;
        json.WriteString("form", $"{part.AffinityForm}");
        json.WriteString("kernel", $"{part.InputKernel}");
        json.WriteString("symmetry", $"{part.Symmetry}");
        json.WriteString("precision", $"{part.OutputPrecision}");
        json.WriteString("learned", $"{part.Learned}");
        json.WriteEndObject();
    }

    private static Objective ReadObjective(JsonElement json)
    {
        string name = json.GetProperty("name").GetString()!;
        string words = json.GetProperty("words").GetString()!;
        if (words.Length == 0)
        {
            throw new FormatException($"the objective {name} is a program's own, which no file can hold; give it to {nameof(EmbeddingModel.Load)}");
        }

        return Provenance.Make(words).Adapt(part => part.Input != ObjectiveInput.Affinities ? part : part with
        {
            AffinityForm = Word<AffinityForm>(json, "form"),
            InputKernel = Word<InputKernel>(json, "kernel"),
            Symmetry = Word<AffinitySymmetry>(json, "symmetry"),
            OutputPrecision = Word<OutputPrecision>(json, "precision"),
            Learned = Word<LearnedParameter>(json, "learned"),
        }) with { Name = name };
    }

    private static Perplexity ReadPerplexity(JsonElement json)
    {
        JsonElement[] items = [.. json.EnumerateArray()];
        PerplexityKind kind = items.Length > 0 && Enum.TryParse(items[0].GetString(), out PerplexityKind found) && Enum.IsDefined(found)
            ? found
            : throw new FormatException("the kind of perplexity is unknown");
        double[] values = [.. items.Skip(1).Select(item => item.GetDouble())];
        return values.All(value => value is >= 0 and < 1e9) ? Perplexity.Of(kind, values) : throw new FormatException("a perplexity is out of range");
    }

    private static T Word<T>(JsonElement json, string name)
        where T : struct, Enum =>
        Enum.TryParse(json.GetProperty(name).GetString(), out T value) && Enum.IsDefined(value) ? value : throw new FormatException($"'{name}' is a word of another version");

    /// <summary>A number; null where it is not finite.</summary>
    public static void Write(Utf8JsonWriter json, string name, double value)
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
}
