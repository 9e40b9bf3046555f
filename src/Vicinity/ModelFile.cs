using System.Runtime.InteropServices;
using System.Text.Json;

namespace Vicinity;

/// <summary>A model as sections: about (JSON), map, learned; with training rows also data, radii and the steps of the input.</summary>
/// <remarks>Sparse data is three sections: how many entries each row has, and the columns and values of all, row after row. Distances are not kept: new points bring theirs.</remarks>
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
            Add(sections, training.Points);
            sections.Add<float>("radii", training.Radii, 1, training.Radii.Length);
            training.Steps.Write(sections);
        }

        SectionFormat.Write(stream, Kind, sections.All);
    }

    /// <exception cref="InvalidDataException">The file is damaged, or its objective is needed.</exception>
    public static EmbeddingModel Read(Stream stream, string source, Objective? objective, Metric? metric)
    {
        SectionSet sections = SectionFormat.Read(stream, source, Kind);
        try
        {
            using JsonDocument about = JsonDocument.Parse(sections.Text("about"));
            return Read(sections, about.RootElement, objective, metric);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw sections.Damage($"the section about is wrong: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}");
        }
    }

    private static EmbeddingModel Read(SectionSet sections, JsonElement about, Objective? objective, Metric? metric)
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

        EmbeddingOptions options = ModelText.Options(about, objective, metric);
        return new(
            map, ModelText.Number(about, "loss"), ModelText.Number(about, "nullLoss"), about.GetProperty("iterations").GetInt32(), options,
            new(ModelText.Number(about, "varianceKept"), ModelText.Number(about, "recall")), ModelText.Warnings(about), learned, ModelText.Number(about, "gradientError"))
        {
            Training = sections.Has("radii") || sections.Has("data") || sections.Has("data.lengths") ? ReadTraining(sections, about, options.Metric, map.Rows) : null,
        };
    }

    private static TrainingData ReadTraining(SectionSet sections, JsonElement about, Metric metric, int count)
    {
        int columns = about.GetProperty("inputColumns").GetInt32();
        RowKind kind = ModelText.Kind(about);
        InputSteps steps = InputSteps.Read(sections, columns) with { Names = ModelText.Names(about) };
        (RowSpace points, int width) = ReadPoints(sections, kind, steps, metric, count);
        float[] radii = sections.Read<float>("radii", 1, sections.Shape("radii").Columns);
        bool fits = columns > 0 && width == steps.Width && (steps.Names is null || steps.Names.Count == columns) && (radii.Length == count || (radii.Length == 0 && kind != RowKind.Distances));
        return fits && radii.All(radius => radius >= 0 && float.IsFinite(radius))
            ? new(kind, steps, points) { Radii = radii }
            : throw sections.Damage($"data of {width} columns and {radii.Length} radii do not belong to steps of {columns} to {steps.Width} columns");
    }

    /// <summary>The rows after all steps, and their number of columns.</summary>
    private static (RowSpace Points, int Columns) ReadPoints(SectionSet sections, RowKind kind, InputSteps steps, Metric metric, int count)
    {
        if (kind == RowKind.Distances)
        {
            return (new MapPoints(count), count);
        }

        if (kind == RowKind.Sparse && steps.Components is null)
        {
            SparseMatrix rows = ReadSparse(sections, steps.Width, count);
            return (new SparseSpace(rows, metric.ComparedSparse), rows.Columns);
        }

        Matrix table = ReadMatrix(sections, "data", count);
        return (new DenseSpace(table, kind == RowKind.Sparse ? Metric.Euclidean : metric.Compared), table.Columns);
    }

    private static SparseMatrix ReadSparse(SectionSet sections, int columns, int count)
    {
        int[] lengths = sections.Read<int>("data.lengths", 1, count);
        int entries = sections.Shape("data.columns").Columns;
        long[] starts = new long[count + 1];
        for (int i = 0; i < count; i++)
        {
            starts[i + 1] = lengths[i] >= 0 ? starts[i] + lengths[i] : throw sections.Damage($"the section data.lengths gives row {i} {lengths[i]} entries");
        }

        try
        {
            return SparseMatrix.Create(columns, starts, sections.Read<int>("data.columns", 1, entries), sections.Read<float>("data.values", 1, entries)).WithoutZeros();
        }
        catch (ArgumentException exception)
        {
            throw sections.Damage($"the sections data are no sparse table: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}");
        }
    }

    private static void Add(SectionSet sections, RowSpace points)
    {
        if (points is DenseSpace dense)
        {
            Add(sections, "data", dense.Data);
        }
        else if (points is SparseSpace { Rows: { } rows })
        {
            Add<int>(sections, "data.lengths", rows, (i, values) => values.Add(rows.RowColumns(i).Length));
            Add<int>(sections, "data.columns", rows, (i, values) => values.AddRange(rows.RowColumns(i)));
            Add<float>(sections, "data.values", rows, (i, values) => values.AddRange(rows.RowValues(i)));
        }
    }

    private static void Add<T>(SectionSet sections, string name, SparseMatrix rows, Action<int, List<T>> write)
        where T : unmanaged
    {
        List<T> values = [];
        for (int i = 0; i < rows.Rows; i++)
        {
            write(i, values);
        }

        sections.Add<T>(name, CollectionsMarshal.AsSpan(values), 1, values.Count);
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
