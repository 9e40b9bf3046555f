using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Vicinity.Cli;

/// <summary>Makes options whose errors say what the option takes and what it got.</summary>
internal static class Flag
{
    /// <summary>A yes-or-no option.</summary>
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    /// <summary>An option with one value.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="shape">The value as help shows it.</param>
    /// <param name="description">What it does, and the default.</param>
    /// <param name="takes">What a good value is, for the error.</param>
    /// <param name="read">The value, or null if the text is none.</param>
    public static Option<T?> Of<T>(string name, string shape, string description, string takes, Func<string, T?> read)
        where T : struct => new(name)
        {
            Description = description,
            HelpName = shape,
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = result => Read(result, $"{name} takes {takes}", read),
        };

    /// <summary>An option with a text, which must not look like an option.</summary>
    public static Option<string?> Text(string name, string shape, string description)
    {
        Option<string?> option = new(name) { Description = description, HelpName = shape, Arity = ArgumentArity.ExactlyOne };
        option.Validators.Add(result => RefuseFlags(result, name));
        return option;
    }

    /// <summary>An option that takes one of a few words, and gives it as it is.</summary>
    public static Option<string?> Choice(string name, string description, params string[] words)
    {
        Option<string?> option = new(name) { Description = description, HelpName = string.Join('|', words), Arity = ArgumentArity.ExactlyOne };
        option.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !words.Contains(token.Value, StringComparer.Ordinal)) is { } odd)
            {
                result.AddError($"{name} takes {string.Join(" or ", words)}, not '{odd.Value}'.");
            }
        });
        return option;
    }

    /// <summary>An option that takes one of a few words and gives the value of it.</summary>
    public static Option<T?> Named<T>(string name, string description, params (string Word, T Value)[] words)
        where T : struct
    {
        Dictionary<string, T> values = words.ToDictionary(item => item.Word, item => item.Value, StringComparer.Ordinal);
        return Of<T>(
            name, string.Join('|', values.Keys), description, string.Join(" or ", values.Keys), text => values.TryGetValue(text, out T value) ? value : null);
    }

    /// <summary>True if the option stands on the command line.</summary>
    public static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Refuses values that are empty or begin with a dash: they are slips of the pen, not files.</summary>
    public static void RefuseFlags(SymbolResult result, string name)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0))
        {
            result.AddError($"{name} takes a file or a name, not an empty text.");
        }
        else if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } odd)
        {
            result.AddError($"{name} takes a file or a name, not '{odd.Value}'; a file of that name is './{odd.Value}'.");
        }
    }

    /// <summary>A whole number of at least <paramref name="least"/>, or null.</summary>
    public static int? Whole(string text, int least) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least ? value : null;

    /// <summary>A finite number, or null.</summary>
    public static double? Real(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static T? Read<T>(ArgumentResult result, string takes, Func<string, T?> read)
        where T : struct
    {
        string text = result.Tokens[0].Value;
        T? value = read(text);
        if (value is null)
        {
            result.AddError($"{takes}, not '{text}'.");
        }

        return value;
    }
}
