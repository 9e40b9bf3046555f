using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Vicinity.Cli;

/// <summary>The words of the tool, and what is done with a line of them.</summary>
internal static class CommandLine
{
    public static int Run(IReadOnlyList<string> args)
    {
        Command root = Build();
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        bool asksForHelp = parsed.Action is not null and not ParseErrorAction && parsed.Errors.Count > 0;
        string? complaint = asksForHelp ? null : UnknownWords.Find(root, args) ?? (parsed.Errors.Count > 0 ? parsed.Errors[0].Message : null);
        return complaint is null
            ? parsed.Invoke(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null })
            : Complain(complaint, parsed.CommandResult.Command);
    }

    /// <summary>All commands and options.</summary>
    public static Command Build()
    {
        Command root = new("vicinity", "Maps of high-dimensional data: t-SNE and its whole family.")
        {
            DemoCommand.Build(),
            FitCommand.Build(),
            QualityCommand.Build(),
            DoctorCommand.Build(),
            MethodsCommand.Build(),
            CheckCommand.Build(),
            new HelpOption { Recursive = true, Action = new ExamplesFirst() },
            new VersionOption(),
            MachineOption.Build(),
        };
        root.SetAction(_ => Complain("a command is missing: demo, fit, quality, doctor, methods or check.", root));
        return root;
    }

    private static int Complain(string complaint, Command command)
    {
        Console.Error.WriteLine($"vicinity: {complaint}");
        Console.Error.WriteLine($"See: {ExamplesFirst.FullName(command)} --help");
        return ExitCode.Usage;
    }
}
