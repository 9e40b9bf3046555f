using System.CommandLine;
using System.CommandLine.Parsing;

namespace Vicinity.Cli;

/// <summary>The options that say which rows of a file are mapped, and how they are labeled.</summary>
/// <param name="name">What help calls the file.</param>
/// <param name="isOptional">True if a command can do without it.</param>
internal sealed class InputFlags(string name = "INPUT", bool isOptional = false)
{
    private readonly Argument<string> input = new(name)
    {
        Description = "Rows: npy, csv, tsv or IDX, also as .gz; found by content",
        Arity = isOptional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };

    private readonly Option<string?> labels = Flag.Text(
        "--labels", "FILE|COLUMN", $"A column of {name}, else a file: integer npy, IDX or one label per line; never a feature");

    private readonly Option<int?> limit = Flag.Of<int>(
        "--limit", "N", "Take the first N rows", "a whole number of at least 1", text => Flag.Whole(text, 1));

    private readonly Option<int?> sample = Flag.Of<int>(
        "--sample", "N", "Take N rows at random, by --seed", "a whole number of at least 1", text => Flag.Whole(text, 1));

    public void AddTo(Command command)
    {
        input.Validators.Add(result => Flag.RefuseFlags(result, name));
        command.Arguments.Add(input);
        command.Options.Add(labels);
        command.Options.Add(limit);
        command.Options.Add(sample);
    }

    /// <summary>True if a file is named.</summary>
    public bool IsGiven(CommandResult command) => command.GetResult(input) is { Tokens.Count: > 0 };

    public InputFile Read(ParseResult parsed) =>
        new(parsed.GetValue(input)!, parsed.GetValue(labels), parsed.GetValue(limit), parsed.GetValue(sample));
}
