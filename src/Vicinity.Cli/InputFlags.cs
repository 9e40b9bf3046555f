using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>The options that say which rows of a file are mapped, and how they are labeled.</summary>
/// <param name="name">What help calls the file.</param>
internal sealed class InputFlags(string name = "INPUT")
{
    private readonly Argument<string> input = new(name)
    {
        Description = "Rows: npy, csv, tsv or IDX, also as .gz; found by content",
        Arity = ArgumentArity.ExactlyOne,
    };

    private readonly Option<string?> labels = Flag.Text(
        "--labels", "FILE|COLUMN", $"A column of {name}, else a file: integer npy, IDX or one label per line; never a feature");

    private readonly Option<int?> limit = Flag.Of<int>(
        "--limit", "N", "Take the first N rows", "a whole number of at least 1", text => Flag.Whole(text, 1));

    private readonly Option<int?> sample = Flag.Of<int>(
        "--sample", "N", "Take N rows at random, by --seed", "a whole number of at least 1", text => Flag.Whole(text, 1));

    private readonly Option<string[]> drop = new("--drop")
    {
        Description = $"A column of {name} to leave out, by name or x0, x1 ... by position; repeat it for more",
        HelpName = "COLUMN",
    };

    private readonly Option<bool> distinct = Flag.Switch("--distinct", "Of rows that are equal take the first only");

    public void AddTo(Command command)
    {
        input.Validators.Add(result => Flag.RefuseFlags(result, name));
        command.Arguments.Add(input);
        command.Options.Add(labels);
        command.Options.Add(limit);
        command.Options.Add(sample);
        drop.Validators.Add(result => Flag.RefuseFlags(result, "--drop"));
        command.Options.Add(drop);
        command.Options.Add(distinct);
    }

    public InputFile Read(ParseResult parsed) =>
        new(parsed.GetValue(input)!, parsed.GetValue(labels), parsed.GetValue(limit), parsed.GetValue(sample))
    {
        Dropped = parsed.GetValue(drop) ?? [],
        IsDistinct = parsed.GetValue(distinct),
    };
}
