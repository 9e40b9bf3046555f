namespace Vicinity.Cli;

/// <summary>A perplexity as the command line has it: a number, several with commas, or a rule.</summary>
internal static class PerplexityText
{
    public const string Shape = "U|U,U|best|multi|stepped:U";
    public const string Takes = "a number above 1, several with commas, best, multi or stepped:U";

    private const string Steps = "stepped:";

    /// <returns>The request; null if the text is none.</returns>
    public static Perplexity? Read(string text) => text switch
    {
        "best" => Perplexity.Best,
        "multi" => Perplexity.MultiScale,
        _ when text.StartsWith(Steps, StringComparison.Ordinal) => One(text[Steps.Length..]) is { } target ? Perplexity.Stepped(target) : null,
        _ => Several(text.Split(',')),
    };

    private static Perplexity? Several(string[] texts)
    {
        double?[] values = [.. texts.Select(One)];
        return values.Any(value => value is null) ? null : Perplexity.Create([.. values.Select(value => value!.Value)]);
    }

    private static double? One(string text) => Flag.Real(text) is > 1 and { } value ? value : null;
}
