using System.CommandLine;

namespace Vicinity.Cli;

/// <summary><c>vicinity quality DATA MAP</c>.</summary>
internal static class QualityCommand
{
    public const string Name = "quality";

    public static Command Build()
    {
        Command command = new(Name, "Measures whether a map keeps the neighbors, ranks, distances and labels of its data.");
        InputFlags input = new("DATA");
        QualityFlags quality = new();
        Option<bool> json = Flag.Switch("--json", "Print one JSON object on stdout instead of the table");
        input.AddTo(command);
        quality.AddTo(command);
        command.Options.Add(json);
        command.SetAction(parsed =>
        {
            QualityRequest request = quality.Read(parsed);
            InputFile file = input.Read(parsed);
            string? output = quality.Output(parsed);
            new OutputFiles(output is null ? [] : [output]).Check([.. file.Paths, request.MapPath]);
            using Interrupt interrupt = new();
            MeasuredMap measured = Measure(file, request, interrupt.Token);
            foreach (FitWarning warning in (IEnumerable<FitWarning>)[.. request.Warnings, .. measured.Rows.Input.Warnings])
            {
                Console.Error.WriteLine($"! {warning.Code} {warning.Message}");
            }

            if (output is not null)
            {
                AtomicFile.Write(output, stream => QualityCsv.Write(stream, measured));
            }

            Console.Out.Write(parsed.GetValue(json) ? QualityJson.Text(measured) : QualityText.Of(measured));
            return ExitCode.Success;
        });
        return command;
    }

    /// <exception cref="InvalidDataException">A file is bad, or the two do not belong together.</exception>
    private static MeasuredMap Measure(InputFile file, QualityRequest request, CancellationToken cancellation)
    {
        MappedRows rows = MappedRows.Read(file, request.MapPath, request.Options.Seed);
        QualityOptions options = request.Options with { Labels = rows.Input.Labels };
        if (request.IsCountSet && options.Neighbors >= rows.Map.Rows)
        {
            throw new ArgumentException($"--k {options.Neighbors} must be below the number of points, {rows.Map.Rows}. Use at most {Math.Max(1, rows.Map.Rows - 1)}.");
        }

        try
        {
            int threads = Cores.Resolve(options.Threads);
            return new(rows, Quality.Assess(rows.Input.Data.Scaled(request.Scaling, threads), rows.Map, options, cancellation));
        }
        catch (ArgumentException exception) when (exception.ParamName is "data" or "map")
        {
            string name = exception.ParamName == "data" ? rows.Input.Name : request.MapPath;
            throw new InvalidDataException($"{name}: {Failure.Message(exception)}", exception);
        }
    }
}
