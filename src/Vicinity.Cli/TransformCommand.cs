using System.CommandLine;

namespace Vicinity.Cli;

/// <summary><c>vicinity transform MODEL NEW -o OUT</c>: new rows in a finished map.</summary>
internal sealed class TransformCommand
{
    public const string Name = "transform";

    private static readonly string[] Extensions = [".csv", ".npy"];

    private readonly Argument<string> model = new("MODEL") { Description = "A model that fit has written as .vic", Arity = ArgumentArity.ExactlyOne };

    private readonly Argument<string> rows = new("NEW") { Description = "Rows to place, with the columns that the model was made of; for a model of distances, those to all its points", Arity = ArgumentArity.ExactlyOne };

    private readonly Option<string?> output = Flag.Text("-o", "OUT", "File to write: csv with id, x, y[, z], novelty, or npy with the positions");

    private readonly Option<string?> labels = Flag.Text("--labels", "FILE|COLUMN", "A column of NEW, else a file: written beside the positions, never read as a feature");

    private readonly Option<int?> threads = Flag.Of<int>(
        "--threads", "N", "Cores to use; the positions do not depend on it [all]", "a whole number of at least 1", text => Flag.Whole(text, 1));

    private readonly Option<bool> json = Flag.Switch("--json", "Print one JSON object on stdout instead of the summary, with the novelty of every row");

    private readonly Option<bool> quiet = Flag.Switch("--quiet", "Say nothing on stderr but errors");

    public static Command Build()
    {
        TransformCommand words = new();
        Command command = new(Name, "Places new rows in the map of a model, each for itself; the map stays as it is.");
        words.model.Validators.Add(result => Flag.RefuseFlags(result, "MODEL"));
        words.rows.Validators.Add(result => Flag.RefuseFlags(result, "NEW"));
        words.output.Aliases.Add("--output");
        words.output.Required = true;
        words.output.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !Extensions.Contains(Path.GetExtension(token.Value).ToLowerInvariant())) is { } odd)
            {
                result.AddError($"-o takes a file that ends in {string.Join(" or ", Extensions)}, not '{odd.Value}'.");
            }
        });
        command.Arguments.Add(words.model);
        command.Arguments.Add(words.rows);
        foreach (Option option in (Option[])[words.output, words.labels, words.threads, words.json, words.quiet])
        {
            command.Options.Add(option);
        }

        command.SetAction(words.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        (string modelPath, string rowsPath, string outputPath) = (parsed.GetValue(model)!, parsed.GetValue(rows)!, parsed.GetValue(output)!);
        string? labeled = parsed.GetValue(labels);
        new OutputFiles([outputPath]).Check([modelPath, rowsPath, .. labeled is not null && File.Exists(labeled) ? (string[])[labeled] : []]);
        return new TransformJob(modelPath, outputPath, parsed.GetValue(json), parsed.GetValue(quiet), parsed.GetValue(threads) ?? 0).Run(rowsPath, labeled);
    }
}
