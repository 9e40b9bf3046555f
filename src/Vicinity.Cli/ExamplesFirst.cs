using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Vicinity.Cli;

/// <summary>The help: examples, then the parser's own list of options.</summary>
internal sealed class ExamplesFirst : SynchronousCommandLineAction
{
    private const string Demo = """
          vicinity demo                                           a map of handwritten digits: digits.png and digits.html
        """;

    private const string Fit = """
          vicinity fit data.csv -o map.html                       a page to pan, zoom and hover; opens offline
          vicinity fit data.npy --labels labels.npy -o map.png    colored by label
          vicinity fit data.csv --labels species -o map.csv       the column "species" is the label; id, x, y, label
          vicinity fit train-images-idx3-ubyte --labels train-labels-idx1-ubyte --limit 10000 -o mnist.png
        """;

    private const string Quality = """
          vicinity quality data.csv map.csv                       neighbors kept, trustworthiness, R_NX, stress ...
          vicinity quality data.csv map.csv --labels species      whether labels are together, too
          vicinity quality data.csv map.csv --perplexity 30       the exact loss, too
        """;

    private const string Methods = """
          vicinity methods                                        the family, one line each
          vicinity fit data.csv --method umap -o map.html         another member of it
          vicinity fit data.csv --cost nerv --kernel t --lambda 0.8 -o map.html    a mix of your own
        """;

    private const string Check = """
          vicinity check                                          the gradients of all methods against finite differences
          vicinity check --cost js --kernel heavy --norm point    that of a mix
        """;

    private const string Doctor = """
          vicinity doctor data.csv                                whether the data is fit to be mapped
          vicinity doctor data.csv map.csv -o report.html         whether the map may be believed
          vicinity doctor data.csv map.csv --deep --fail-on warn  other seeds and perplexities too; exit code 4 from warnings on
        """;

    private readonly HelpAction usual = new();

    public override bool ClearsParseErrors => true;

    public static string FullName(Command command) => command.Parents.OfType<Command>().Any() ? $"vicinity {command.Name}" : "vicinity";

    public override int Invoke(ParseResult parseResult)
    {
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        output.WriteLine(Examples(parseResult.CommandResult.Command.Name));
        output.WriteLine();
        return usual.Invoke(parseResult);
    }

    private static string Examples(string command) => command switch
    {
        DemoCommand.Name => Demo,
        FitCommand.Name => Fit,
        QualityCommand.Name => Quality,
        MethodsCommand.Name => Methods,
        DoctorCommand.Name => Doctor,
        CheckCommand.Name => Check,
        _ => $"{Demo}\n{Fit}\n{Quality}\n{Doctor}\n{Methods}\n{Check}",
    };
}
