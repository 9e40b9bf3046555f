namespace Vicinity.Cli;

/// <summary>The talk on stderr: one line that renews itself on a terminal, one plain line per finished step elsewhere.</summary>
/// <param name="output">Where to talk.</param>
/// <param name="live">True for a terminal that can rewrite its line.</param>
/// <param name="quiet">Says nothing at all.</param>
internal sealed class ProgressLine(TextWriter output, bool live, bool quiet)
{
    private const string Erase = "\r\e[2K";

    public static ProgressLine ForTerminal(bool quiet) =>
        new(Console.Error, !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"), quiet);

    /// <summary>True if lines are shown that the next one replaces.</summary>
    public bool IsLive => live && !quiet;

    /// <summary>What is going on; shown on a terminal only.</summary>
    public void Show(string text)
    {
        if (IsLive)
        {
            output.Write(Erase + text);
        }
    }

    /// <summary>A step that is done; a line of its own except on a terminal.</summary>
    public void Done(string text)
    {
        if (IsLive)
        {
            Show(text);
        }
        else
        {
            Say(text);
        }
    }

    /// <summary>A line that stays.</summary>
    public void Say(string text)
    {
        if (!quiet)
        {
            output.WriteLine((live ? Erase : "") + text);
        }
    }

    /// <summary>Clears the renewed line.</summary>
    public void Clear() => Show("");
}
