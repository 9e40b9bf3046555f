using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>The value of an option that may also be the word auto.</summary>
/// <param name="Value">Null for auto.</param>
internal readonly record struct Settled<T>(T? Value)
    where T : struct
{
    private const string Auto = "auto";

    /// <summary>Such an option; unset it is auto, too.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="shape">The value as help shows it.</param>
    /// <param name="description">What it does, and what auto means.</param>
    /// <param name="takes">What a good value is, for the error.</param>
    /// <param name="read">The value, or null if the text is none.</param>
    public static Option<Settled<T>?> Flag(string name, string shape, string description, string takes, Func<string, T?> read) =>
        Cli.Flag.Of<Settled<T>>(name, $"{Auto}|{shape}", description, $"{Auto} or {takes}", text =>
            text == Auto ? default(Settled<T>) : read(text) is { } value ? new(value) : null);
}
