using System.CommandLine;
using System.CommandLine.Parsing;

namespace Vicinity.Cli;

/// <summary><c>vicinity fit INPUT -o OUT</c>, and <c>vicinity fit --resume RUN</c>.</summary>
internal sealed class FitCommand
{
    public const string Name = "fit";

    private static readonly string[] WithResume =
        ["--resume", "-o", "--json", "--quiet", "--threads", "--checkpoint-every", "--width", "--height", "--no-data"];

    private readonly Command command = new(Name, "Maps the rows of a file.");
    private readonly InputFlags input = new(isOfFit: true);
    private readonly OutputFlags output = new(takesMany: false);
    private readonly CheckpointFlags checkpoint = new();
    private readonly MapFlags map = new();
    private readonly SweepFlags sweep = new();

    private FitCommand()
    {
        input.AddTo(command);
        output.AddTo(command);
        checkpoint.AddTo(command);
        map.AddTo(command);
        sweep.AddTo(command);
        command.Validators.Add(RefuseHalves);
        command.SetAction(parsed => checkpoint.Resumed(parsed) is { } folder ? Resume(parsed, folder) : Begin(parsed));
    }

    public static Command Build() => new FitCommand().command;

    private int Begin(ParseResult parsed)
    {
        string[] arguments = [.. parsed.Tokens.Where(token => token.Type != TokenType.Command).Select(token => token.Value)];
        Keeping? keeping = checkpoint.Folder(parsed) is { } name
            ? new(checkpoint.Every(parsed), inputs => RunFolder.Create(name, RunManifest.Of(arguments, inputs)))
            : null;
        return Run(parsed, output.Outputs(parsed), parsed, keeping);
    }

    /// <summary>The command line of the folder, with what may be new: where to, and how much is said.</summary>
    private int Resume(ParseResult parsed, string name)
    {
        using RunFolder folder = RunFolder.Open(name);
        ParseResult first = First(folder, name);
        string[] outputs = [.. output.Outputs(parsed).Select(Path.GetFullPath)];
        outputs = outputs.Length > 0 ? outputs : [.. output.Outputs(first).Select(path => Path.GetFullPath(path, folder.Manifest.Directory))];
        GoTo(folder, name);
        return Run(first, outputs, parsed, new(checkpoint.HasTime(parsed) ? checkpoint.Every(parsed) : checkpoint.Every(first), _ => folder));
    }

    /// <summary>What a run that is kept in a folder was asked for; goes to where it was begun.</summary>
    public static (InputFile File, MapRequest Map) Asked(RunFolder folder, string name)
    {
        FitCommand fit = new();
        ParseResult first = fit.First(folder, name);
        GoTo(folder, name);
        return (fit.input.Read(first), fit.map.Read(first));
    }

    /// <summary>The command line that a run was begun by.</summary>
    private ParseResult First(RunFolder folder, string name)
    {
        folder.Manifest.Check(name);
        ParseResult first = command.Parse(folder.Manifest.Arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return first.Errors.Count == 0
            ? first
            : throw new InvalidDataException($"{name}: {first.Errors[0].Message} The file run.json is damaged; start the run over.");
    }

    private static void GoTo(RunFolder folder, string name) => Environment.CurrentDirectory = Directory.Exists(folder.Manifest.Directory)
        ? folder.Manifest.Directory
        : throw new InvalidDataException($"{name} was begun in {folder.Manifest.Directory}, which is no longer there. Bring it back, or start over.");

    /// <param name="asked">What map of what is asked for.</param>
    /// <param name="outputs">Files to write.</param>
    /// <param name="said">How much is said.</param>
    /// <param name="keeping">How the run is kept.</param>
    private int Run(ParseResult asked, IReadOnlyList<string> outputs, ParseResult said, Keeping? keeping)
    {
        MapRequest wanted = map.Read(asked);
        wanted = wanted with { Options = wanted.Options with { Threads = map.Threads(said) ?? wanted.Options.Threads } };
        FitRequest request = new(wanted, outputs, output.Json(said), output.Quiet(said))
        {
            Picture = output.Picture(said, asked),
            IncludesData = output.IncludesData(asked) && output.IncludesData(said),
            Keeping = keeping,
        };
        InputFile file = input.Read(asked);
        return new FitJob(sweep.Maps(asked, request)).Run(file.Paths, () => file.Read(wanted.Options));
    }

    private void RefuseHalves(CommandResult result)
    {
        bool isResumed = result.GetResult(WithResume[0]) is OptionResult { Implicit: false };
        string? odd = isResumed ? result.Children.OfType<OptionResult>().FirstOrDefault(option => !option.Implicit && !WithResume.Contains(option.Option.Name))?.Option.Name : null;
        string? complaint = odd is not null ? $"{odd} cannot stand beside --resume: a run keeps its options. Leave it out, or start another run."
            : isResumed && input.IsGiven(result) ? "INPUT cannot stand beside --resume: a run knows its own. Leave it out."
            : !isResumed && !input.IsGiven(result) ? "INPUT is missing: the file to map."
            : !isResumed && result.GetResult("-o") is not OptionResult { Implicit: false } ? "Option '-o' is required."
            : null;
        if (complaint is not null)
        {
            result.AddError(complaint);
        }
    }
}
