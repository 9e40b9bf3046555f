using System.CommandLine;
using System.CommandLine.Parsing;

namespace Vicinity.Cli;

/// <summary>The options that say which rows of a file are mapped, and how they are labeled.</summary>
/// <param name="name">What help calls the file.</param>
/// <param name="isOfFit">True for fit, which can do without a file when it resumes.</param>
internal sealed class InputFlags(string name = "INPUT", bool isOfFit = false)
{
    private readonly Argument<string> input = new(name)
    {
        Description = "Rows: npy, npz, csv, tsv, IDX, or sparse mtx, npz, LIBSVM, also as .gz; found by content",
        Arity = isOfFit ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
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

    private readonly Option<Precomputed?> precomputed = Flag.Named(
        "--precomputed", $"{name} holds no rows but distances (square, or a list of pairs), neighbours (indices, or sparse distances) or sparse affinities",
        ("distances", Precomputed.Distances), ("neighbors", Precomputed.Neighbors), ("affinities", Precomputed.Affinities));

    private readonly Option<string?> distances = Flag.Text("--distances", "FILE", $"Distances beside {name}, a table of neighbours");

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
        command.Validators.Add(RefuseRowsOfNone);
        command.Options.Add(precomputed);
        command.Options.Add(distances);
    }

    /// <summary>True if a file is named.</summary>
    public bool IsGiven(CommandResult command) => command.GetResult(input) is { Tokens.Count: > 0 };

    public InputFile Read(ParseResult parsed) =>
        new(parsed.GetValue(input)!, parsed.GetValue(labels), parsed.GetValue(limit), parsed.GetValue(sample))
        {
            Precomputed = parsed.GetValue(precomputed),
            Distances = parsed.GetValue(distances),
            Dropped = parsed.GetValue(drop) ?? [],
            IsDistinct = parsed.GetValue(distinct),
        };

    private void RefuseRowsOfNone(CommandResult result)
    {
        Option? cut = new Option[] { limit, sample, drop, distinct }.FirstOrDefault(option => result.GetResult(option) is { Implicit: false });
        bool isPrecomputed = result.GetResult(precomputed) is { Implicit: false };
        if (isPrecomputed && cut is not null)
        {
            result.AddError($"{cut.Name} takes rows or columns, but --precomputed says that there are none; cut the file before.");
        }
        else if (result.GetResult(distances) is { Implicit: false } && !isPrecomputed)
        {
            result.AddError("--distances goes with --precomputed neighbors.");
        }
    }
}
