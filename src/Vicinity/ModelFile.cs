using System.Text.Json;

namespace Vicinity;

/// <summary>A model as sections: about (JSON), map, learned; with training rows also data, radii and the steps of the input.</summary>
internal static class ModelFile
{
    private const string Kind = "model";

    public static void Write(Stream stream, EmbeddingModel model)
    {
        SectionSet sections = new("the model");
        sections.Add("about", ModelText.Of(model));
        Add(sections, "map", model.Map);
        sections.Add<double>("learned", [.. model.LearnedParameters], 1, model.LearnedParameters.Count);
        if (model.Training is { } training)
        {
            Add(sections, "data", training.Points);
            sections.Add<float>("radii", training.Radii, 1, training.Radii.Length);
            training.Steps.Write(sections);
        }

        SectionFormat.Write(stream, Kind, sections.All);
    }

    /// <exception cref="InvalidDataException">The file is damaged, or its objective is needed.</exception>
    public static EmbeddingModel Read(Stream stream, string source, Objective? objective)
    {
        SectionSet sections = SectionFormat.Read(stream, source, Kind);
        try
        {
            using JsonDocument about = JsonDocument.Parse(sections.Text("about"));
            return Read(sections, about.RootElement, objective);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw sections.Damage($"the section about is wrong: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}");
        }
    }

    private static EmbeddingModel Read(SectionSet sections, JsonElement about, Objective? objective)
    {
        Matrix map = ReadMatrix(sections, "map", null);
        if (map.Columns > 3)
        {
            throw sections.Damage($"the map has {map.Columns} dimensions");
        }

        double[] learned = sections.Finite("learned", 1, sections.Shape("learned").Columns);
        if (learned.Length > 1 && learned.Length != map.Rows)
        {
            throw sections.Damage($"{learned.Length} learned parameters do not belong to {map.Rows} points");
        }

        EmbeddingOptions options = ModelText.Options(about, objective);
        return new(
            map, ModelText.Number(about, "loss"), ModelText.Number(about, "nullLoss"), about.GetProperty("iterations").GetInt32(), options,
            new(ModelText.Number(about, "varianceKept"), ModelText.Number(about, "recall")), ModelText.Warnings(about), learned, ModelText.Number(about, "gradientError"))
        {
            Training = sections.Has("data") ? ReadTraining(sections, about, map.Rows) : null,
        };
    }

    private static TrainingData ReadTraining(SectionSet sections, JsonElement about, int count)
    {
        int columns = about.GetProperty("inputColumns").GetInt32();
        InputSteps steps = InputSteps.Read(sections, columns) with { Names = ModelText.Names(about) };
        Matrix points = ReadMatrix(sections, "data", count);
        float[] radii = sections.Read<float>("radii", 1, sections.Shape("radii").Columns);
        bool fits = columns > 0 && points.Columns == steps.Width && (steps.Names is null || steps.Names.Count == columns) && (radii.Length == 0 || radii.Length == count);
        return fits && radii.All(radius => radius >= 0 && float.IsFinite(radius))
            ? new(steps, points, radii)
            : throw sections.Damage($"data of {points.Columns} columns and {radii.Length} radii do not belong to steps of {columns} to {steps.Width} columns");
    }

    private static void Add(SectionSet sections, string name, Matrix matrix)
    {
        float[] values = new float[matrix.Rows * matrix.Columns];
        for (int i = 0; i < matrix.Rows; i++)
        {
            matrix.Row(i).CopyTo(values.AsSpan(i * matrix.Columns));
        }

        sections.Add<float>(name, values, matrix.Rows, matrix.Columns);
    }

    private static Matrix ReadMatrix(SectionSet sections, string name, int? rows)
    {
        (int found, int columns) = sections.Shape(name);
        float[] values = sections.Read<float>(name, rows ?? found, columns);
        return columns > 0 && !values.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue)
            ? Matrix.Wrap(values, rows ?? found, columns)
            : throw sections.Damage($"the section {name} holds values that are not finite, or none");
    }
}
