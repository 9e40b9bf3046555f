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
            using Interrupt interrupt = new();
            MeasuredMap measured = Measure(input.Read(parsed), request, interrupt.Token);
            foreach (FitWarning warning in request.Warnings)
            {
                Console.Error.WriteLine($"! {warning.Code} {warning.Message}");
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
            Matrix data = InputSteps.Fit(rows.Input.Table!, request.Scaling, threads).Apply(rows.Input.Table!, threads);
            return new(rows, Quality.Assess(data, rows.Map, options, cancellation));
        }
        catch (ArgumentException exception) when (exception.ParamName is "data" or "map")
        {
            string name = exception.ParamName == "data" ? rows.Input.Name : request.MapPath;
            throw new InvalidDataException($"{name}: {Failure.Message(exception)}", exception);
        }
    }
}
