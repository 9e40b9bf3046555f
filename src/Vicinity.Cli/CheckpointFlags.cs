using System.CommandLine;
using System.Globalization;

namespace Vicinity.Cli;

/// <summary>The options that keep a run in a folder, and go on with it.</summary>
internal sealed class CheckpointFlags
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    private readonly Option<string?> folder = Flag.Text(
        "--checkpoint", "RUN", "Keep the run in this folder, so that --resume can go on with it after Ctrl-C, kill or a full disk");

    private readonly Option<TimeSpan?> every = Flag.Of<TimeSpan>(
        "--checkpoint-every", "TIME", "How often it is kept, such as 0.2s, 30s, 5m or 1h [30s]", "a time such as 0.2s, 30s, 5m or 1h", ReadTime);

    private readonly Option<string?> resume = Flag.Text(
        "--resume", "RUN", "Go on with the run in this folder, with its own input and options; takes -o, --json, --quiet, --threads and --checkpoint-every");

    public void AddTo(Command command)
    {
        command.Options.Add(folder);
        command.Options.Add(every);
        command.Options.Add(resume);
    }

    /// <summary>The folder of a new run; null for none.</summary>
    public string? Folder(ParseResult parsed) => parsed.GetValue(folder);

    /// <summary>The folder of a run to go on with; null for none.</summary>
    public string? Resumed(ParseResult parsed) => parsed.GetValue(resume);

    public TimeSpan Every(ParseResult parsed) => parsed.GetValue(every) ?? Usual;

    /// <summary>True if a time was asked for.</summary>
    public bool HasTime(ParseResult parsed) => Flag.IsGiven(parsed, every);

    /// <summary>A number with a unit: s, m or h; null if the text is none.</summary>
    internal static TimeSpan? ReadTime(string text)
    {
        double unit = text.Length == 0 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return unit > 0 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value * unit is >= 0.001 and <= 1e6
            ? TimeSpan.FromSeconds(value * unit)
            : null;
    }
}
