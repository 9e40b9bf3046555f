using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>Options that stand on the command line without effect: no error, but they are told.</summary>
internal static class UnreadFlags
{
    private const string Code = "U101";

    /// <summary>One warning for each option that is there and not read.</summary>
    public static IEnumerable<FitWarning> Warnings(ParseResult parsed, ChosenMethod method, IEnumerable<Option> unread)
    {
        string takes = method.Parameters.Count == 0 ? "" : $", which takes {string.Join(", ", method.Parameters.Select(parameter => $"--{parameter.Name}"))}";
        return Warnings(parsed, $"{method.Name}{takes}", unread);
    }

    /// <summary>One warning for each option that is there and not read by something with a name.</summary>
    public static IEnumerable<FitWarning> Warnings(ParseResult parsed, string reader, IEnumerable<Option> unread) => unread
        .Where(option => Flag.IsGiven(parsed, option))
        .Select(option => new FitWarning(Code, $"{option.Name} is not read by {reader}."));
}
