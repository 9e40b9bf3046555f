using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>The options that say which method makes the map: one by name, or a mix of one's own, and its numbers.</summary>
internal sealed class MethodFlags
{
    private const string Usual = "tsne";

    private readonly Option<string?> name = Flag.Text("--method", "NAME", $"Method; `vicinity methods` lists them [{Usual}]");
    private readonly MixFlags mix = new();
    private readonly ParameterFlags parameters = new();
    private readonly AffinityFlags affinities = new();

    public MethodFlags() => name.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var word }] && !word.StartsWith('-') && MethodCatalog.Find(word) is null)
        {
            string? meant = Suggestion.Nearest(word, MethodCatalog.All.SelectMany(method => method.Aliases.Prepend(method.Name)));
            result.AddError($"there is no method '{word}'; {(meant is null ? "`vicinity methods` lists them." : $"did you mean '{meant}'?")}");
        }
    });

    private IReadOnlyList<Option> All => [name, .. parameters.All, .. mix.All, .. affinities.All];

    public void AddTo(Command command)
    {
        foreach (Option option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>True if a method is named or mixed, or has a number set.</summary>
    public bool IsGiven(ParseResult parsed) =>
        All.Any(option => Flag.IsGiven(parsed, option));

    /// <exception cref="ArgumentException">A number is out of its range, or the parts do not go together.</exception>
    public ChosenMethod Read(ParseResult parsed)
    {
        ChosenMethod chosen = parsed.GetValue(name) is null && mix.IsGiven(parsed) ? Mix(parsed) : Named(parsed);
        return chosen with { Objective = affinities.Change(parsed, chosen.Objective) };
    }

    /// <summary>The options that the method does not read.</summary>
    public IEnumerable<Option> Unread(ParseResult parsed, ChosenMethod chosen) =>
    [
        .. parameters.Unread(chosen.Parameters),
        .. parsed.GetValue(name) is null ? [] : mix.All,
        .. affinities.Unread(parsed, chosen.Objective),
    ];

    private ChosenMethod Named(ParseResult parsed)
    {
        Method method = MethodCatalog.Find(parsed.GetValue(name) ?? Usual)!;
        bool learnsTail = method.Name == "hssne" && affinities.Learned(parsed) == LearnedParameter.Alpha;
        method = learnsTail ? MethodCatalog.Find("dhssne")! : method;
        return new(method.Name, method.Create(parameters.Read(parsed, method.Parameters)), method.IsOptimized, method.Parameters);
    }

    private ChosenMethod Mix(ParseResult parsed)
    {
        Mixture mixture = mix.Read(parsed, affinities.Learned(parsed) ?? LearnedParameter.None);
        string words = mix.Name(parsed);
        return new(words, mixture.Create(parameters.Read(parsed, mixture.Parameters)) with { Name = words }, true, mixture.Parameters);
    }
}
