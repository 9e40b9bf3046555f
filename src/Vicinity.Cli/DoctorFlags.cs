using System.CommandLine;
using System.CommandLine.Parsing;

namespace Vicinity.Cli;

/// <summary>The map, if there is one, and the options that say how thoroughly to look and what to make of it.</summary>
internal sealed class DoctorFlags
{
    private const string ReportExtension = ".html";

    private readonly Argument<string?> map = new("MAP")
    {
        Description = "A map of INPUT: npy, or csv with x[, y, z]; its column id, if there is one, says which rows these are",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> deep = Flag.Switch("--deep", "Make maps from three random starts and at other perplexities too, and compare them");

    private readonly Option<Severity?> failOn = Flag.Named(
        "--fail-on", "Findings that end with exit code 4 [error]", ("note", Severity.Note), ("warn", Severity.Warning), ("error", Severity.Error));

    private readonly Option<string?> report = Flag.Text("-o", "report.html", "Write the findings, and the map colored by trust, as a page that opens offline");

    private readonly Option<bool> json = Flag.Switch("--json", "Print one JSON object on stdout instead of the table");

    public void AddTo(Command command)
    {
        map.Validators.Add(result => Flag.RefuseFlags(result, "MAP"));
        report.Aliases.Add("--output");
        report.Validators.Add(RefuseOthers);
        command.Arguments.Add(map);
        foreach (Option option in (Option[])[deep, failOn, report, json])
        {
            command.Options.Add(option);
        }
    }

    public string? Map(ParseResult parsed) => parsed.GetValue(map);

    public bool IsDeep(ParseResult parsed) => parsed.GetValue(deep);

    public Severity FailOn(ParseResult parsed) => parsed.GetValue(failOn) ?? Severity.Error;

    public string? Report(ParseResult parsed) => parsed.GetValue(report);

    public bool Json(ParseResult parsed) => parsed.GetValue(json);

    private static void RefuseOthers(OptionResult result)
    {
        if (result.Tokens.FirstOrDefault(token => !Path.GetExtension(token.Value).Equals(ReportExtension, StringComparison.OrdinalIgnoreCase)) is { } odd)
        {
            result.AddError($"-o takes a file that ends in {ReportExtension}, not '{odd.Value}'.");
        }
    }
}
