using System.CommandLine;
using System.CommandLine.Parsing;

namespace Vicinity.Cli;

/// <summary>The options that say where the map goes and how much is said.</summary>
/// <param name="takesMany">True if one -o may name several files, which an input on the same line does not allow.</param>
internal sealed class OutputFlags(bool takesMany)
{
    private readonly Option<string[]> outputs = new("-o", "--output")
    {
        Description = $"File to write, by its extension: {string.Join(' ', OutputFiles.Extensions)}; repeat it for more",
        HelpName = "OUT",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = takesMany,   // else `-o map.png data.csv` would take the data for an output
    };

    private readonly Option<int?> width = Side("--width", "Width", MapFigure.UsualWidth);

    private readonly Option<int?> height = Side("--height", "Height", MapFigure.UsualHeight);

    private readonly Option<bool> noData = Flag.Switch("--no-data", "Leave the rows out of a .vic file; then nothing can be transformed");

    private readonly Option<bool> json = Flag.Switch("--json", "Print one JSON object on stdout instead of the summary");

    private readonly Option<bool> quiet = Flag.Switch("--quiet", "Say nothing on stderr but errors");

    public void AddTo(Command command)
    {
        outputs.Validators.Add(RefuseUnknownTypes);
        command.Options.Add(outputs);
        command.Options.Add(width);
        command.Options.Add(height);
        command.Options.Add(noData);
        command.Options.Add(json);
        command.Options.Add(quiet);
    }

    public IReadOnlyList<string> Outputs(ParseResult parsed) => parsed.GetValue(outputs) ?? [];

    public PictureSize Picture(ParseResult parsed) =>
        new(parsed.GetValue(width) ?? MapFigure.UsualWidth, parsed.GetValue(height) ?? MapFigure.UsualHeight);

    /// <summary>What is asked for anew, else what was asked for at first.</summary>
    public PictureSize Picture(ParseResult anew, ParseResult first) =>
        new(anew.GetValue(width) ?? Picture(first).Width, anew.GetValue(height) ?? Picture(first).Height);

    /// <summary>True if a model file shall hold the rows.</summary>
    public bool IncludesData(ParseResult parsed) => !parsed.GetValue(noData);

    public bool Json(ParseResult parsed) => parsed.GetValue(json);

    public bool Quiet(ParseResult parsed) => parsed.GetValue(quiet);

    private static Option<int?> Side(string name, string what, int usual) => Flag.Of<int>(
        name, "PIXELS", $"{what} of a png or svg [{usual}]", $"a whole number from {FigureCheck.SmallestSide} to {FigureCheck.LargestSide}",
        text => Flag.Whole(text, FigureCheck.SmallestSide) is <= FigureCheck.LargestSide and { } value ? value : null);

    private static void RefuseUnknownTypes(OptionResult result)
    {
        Flag.RefuseFlags(result, "-o");
        if (result.Tokens.FirstOrDefault(token => !OutputFiles.IsKnown(token.Value)) is { } odd)
        {
            result.AddError($"-o takes a file that ends in {string.Join(", ", OutputFiles.Extensions)}, not '{odd.Value}'.");
        }
    }
}
