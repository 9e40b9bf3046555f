using System.CommandLine;

namespace Vicinity.Cli;

/// <summary><c>vicinity demo</c>: a map of the embedded digits.</summary>
internal static class DemoCommand
{
    public const string Name = "demo";

    private static readonly string[] UsualOutputs = ["digits.png", "digits.html"];

    public static Command Build()
    {
        Command command = new(Name, $"Maps 1,797 embedded images of handwritten digits; writes {string.Join(" and ", UsualOutputs)} unless told otherwise.");
        OutputFlags output = new(takesMany: true);
        MapFlags map = new();
        output.AddTo(command);
        map.AddTo(command);
        command.SetAction(parsed =>
        {
            IReadOnlyList<string> outputs = output.Outputs(parsed) is { Count: > 0 } given ? given : UsualOutputs;
            FitRequest request = new(map.Read(parsed), outputs, output.Json(parsed), output.Quiet(parsed))
            {
                Picture = output.Picture(parsed),
                IncludesData = output.IncludesData(parsed),
            };
            return new FitJob([request]).Run([], SampleData.Digits);
        });
        return command;
    }
}
