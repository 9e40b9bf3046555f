using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>Finds a command or an option that does not exist before the parser can take it for a file, and says what was meant.</summary>
internal static class UnknownWords
{
    /// <returns>What to tell the user; null if every word is known.</returns>
    public static string? Find(Command root, IReadOnlyList<string> args)
    {
        List<string> words = [.. args.TakeWhile(word => word != "--")];
        string? first = words.Find(word => !IsFlag(word));
        Command? command = root.Subcommands.FirstOrDefault(candidate => candidate.Name == first);
        if (first is not null && command is null)
        {
            return UnknownCommand(root, first);
        }

        List<string> known = [.. Flags(root), .. command is null ? [] : Flags(command)];
        string? odd = words.Where(IsFlag).Select(Name).FirstOrDefault(flag => !known.Contains(flag));
        return odd is null ? null : UnknownFlag(odd, known);
    }

    private static string UnknownCommand(Command root, string word)
    {
        string? meant = Suggestion.Nearest(word, root.Subcommands.Select(command => command.Name));
        return meant is not null ? $"there is no command '{word}'; did you mean '{meant}'?"
            : File.Exists(word) ? $"there is no command '{word}'; to map this file: vicinity fit {word} -o map.html"
            : $"there is no command '{word}'; there are {string.Join(", ", root.Subcommands.Select(command => $"'{command.Name}'"))}.";
    }

    private static string UnknownFlag(string flag, List<string> known)
    {
        string? meant = ForeignFlags.Ours(flag) ?? Suggestion.Nearest(flag, known);
        return known.Contains(meant!)
            ? $"there is no option '{flag}'; here it is '{meant}'."
            : $"there is no option '{flag}' here.";
    }

    private static IEnumerable<string> Flags(Command command) => command.Options.SelectMany(option => option.Aliases.Prepend(option.Name));

    private static bool IsFlag(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]) && word[1] != '.';

    private static string Name(string word)
    {
        string name = word.Split('=', ':')[0];
        return name.StartsWith("-o", StringComparison.Ordinal) ? "-o" : name;
    }
}
