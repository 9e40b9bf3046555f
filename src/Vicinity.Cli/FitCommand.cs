using System.CommandLine;

namespace Vicinity.Cli;

/// <summary><c>vicinity fit INPUT -o OUT</c>.</summary>
internal static class FitCommand
{
    public const string Name = "fit";

    public static Command Build()
    {
        Command command = new(Name, "Maps the rows of a file.");
        InputFlags input = new();
        OutputFlags output = new(required: true);
        MapFlags map = new();
        SweepFlags sweep = new();
        input.AddTo(command);
        output.AddTo(command);
        map.AddTo(command);
        sweep.AddTo(command);
        command.SetAction(parsed =>
        {
            FitRequest request = new(map.Read(parsed), output.Outputs(parsed), output.Json(parsed), output.Quiet(parsed)) { Picture = output.Picture(parsed) };
            InputFile file = input.Read(parsed);
            return new FitJob(sweep.Maps(parsed, request)).Run(file.Paths, () => file.Read(request.Map.Options));
        });
        return command;
    }
}
