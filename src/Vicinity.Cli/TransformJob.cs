using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Vicinity.Cli;

/// <summary>Reads a model and new rows, places them, writes and reports.</summary>
internal sealed class TransformJob(string modelPath, string outputPath, bool json, bool quiet, int threads)
{
    /// <summary>Rows of the training data's kind stay below it: docs/decisions/0018-transform.md.</summary>
    private const double Novel = 3;

    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <returns>The exit code.</returns>
    public int Run(string rowsPath, string? labels)
    {
        using Interrupt interrupt = new();
        EmbeddingModel model = Reading.Of(modelPath, path => EmbeddingModel.Load(path));
        if (!model.CanTransform)
        {
            throw new ArgumentException($"{modelPath}: {model.WhyNot} With the tool: no --no-data, and rows or --precomputed distances.", nameof(rowsPath));
        }

        MapInput input = new InputFile(rowsPath, labels, Limit: null, Sample: null).Read(model.ResolvedOptions);
        List<FitWarning> warnings = [.. input.Warnings];
        EmbeddingInput rows = ModelColumns.Select(input, model, rowsPath, warnings);
        double loaded = clock.Elapsed.TotalSeconds;
        PlacedRows placed = Place(model, rows, rowsPath, interrupt.Token);
        double done = clock.Elapsed.TotalSeconds;
        AtomicFile.Write(outputPath, stream => Write(stream, placed, input));
        Tell(placed, warnings, loaded, done - loaded);
        return ExitCode.Success;
    }

    private PlacedRows Place(EmbeddingModel model, EmbeddingInput rows, string rowsPath, CancellationToken cancellation)
    {
        try
        {
            return model.Place(rows, threads, cancellation);
        }
        catch (ArgumentException exception) when (exception.ParamName == "rows")
        {
            throw new InvalidDataException($"{rowsPath}: {Failure.Message(exception)}", exception);
        }
    }

    private void Write(Stream stream, PlacedRows placed, MapInput input)
    {
        if (Path.GetExtension(outputPath).Equals(".npy", StringComparison.OrdinalIgnoreCase))
        {
            NpyFormat.Write(stream, placed.Map);
            return;
        }

        MapCsv.Write(stream, placed.Map, input.RowNumbers, input.Labels, placed.Novelty);
    }

    private void Tell(PlacedRows placed, List<FitWarning> warnings, double loaded, double seconds)
    {
        int novel = placed.Novelty.Count(value => value > Novel);
        if (novel > 0)
        {
            warnings.Add(new("T101", $"{novel} of {Counted.Of(placed.Map.Rows, "row")} are far from all rows of the model (novelty above {Novel}); their places mean little."));
        }

        foreach (FitWarning warning in quiet ? [] : warnings)
        {
            Console.Error.WriteLine($"! {warning.Code} {warning.Message}");
        }

        Console.Out.WriteLine(json
            ? Json(placed, novel, loaded, seconds)
            : $"placed {Counted.Of(placed.Map.Rows, "row")} in {seconds:F2} s ({loaded:F2} s to read)\nwrote {outputPath}");
    }

    private static string Json(PlacedRows placed, int novel, double loaded, double seconds)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("n", placed.Map.Rows);
            writer.WriteNumber("novel", novel);
            writer.WriteStartObject("seconds");
            writer.WriteNumber("read", Math.Round(loaded, 4));
            writer.WriteNumber("place", Math.Round(seconds, 4));
            writer.WriteEndObject();
            writer.WriteStartArray("novelty");
            foreach (double value in placed.Novelty)
            {
                writer.WriteNumberValue(value);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
