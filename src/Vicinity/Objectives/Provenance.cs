using System.Globalization;

namespace Vicinity;

/// <summary>The words that make an objective again: a method of the catalogue or a mixture, with its numbers. Objectives are equal whatever their words.</summary>
internal readonly struct Provenance : IEquatable<Provenance>
{
    private const string Mix = "mix";
    private readonly string? words;

    private Provenance(string words) => this.words = words;

    /// <summary>Such as <c>hssne alpha=0.5 beta=1</c>; empty if they are not known.</summary>
    public string Words => words ?? "";

    public static Provenance Of(string name, IReadOnlyList<MethodParameter> parameters, ParameterValues values) =>
        new(string.Join(' ', [name, .. parameters.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Name}={values[item.Name]:R}"))]));

    public static Provenance Of(Mixture mixture, ParameterValues values) => Of(
        $"{Mix} {mixture.Cost} {mixture.Kernel} {mixture.Normalization} {mixture.IsPlainDistance} {mixture.IsPerPoint}", mixture.Parameters, values);

    /// <summary>The words of an objective that was made by its property: a method with its defaults.</summary>
    public static string WordsOf(Objective objective) => objective.Provenance.Words is { Length: > 0 } known
        ? known
        : MethodCatalog.All.Select(method => method.Create()).FirstOrDefault(made => made == objective)?.Provenance.Words ?? "";

    /// <summary>Makes the objective again.</summary>
    /// <exception cref="FormatException">The words are none of this version.</exception>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static Objective Make(string words)
    {
        string[] parts = words.Split(' ');
        int named = parts[0] == Mix ? 6 : 1;
        Dictionary<string, double> values = parts.Skip(named)
            .Select(item => item.Split('='))
            .ToDictionary(item => item[0], item => item.Length == 2 ? double.Parse(item[1], CultureInfo.InvariantCulture) : throw Unknown(words), StringComparer.Ordinal);
        if (named == 1)
        {
            return (MethodCatalog.Find(parts[0]) ?? throw Unknown(words)).Create(values);
        }

        bool isKnown = Enum.TryParse(parts.ElementAtOrDefault(1), out MixtureCost cost) & Enum.TryParse(parts.ElementAtOrDefault(2), out MixtureKernel kernel)
            & Enum.TryParse(parts.ElementAtOrDefault(3), out Normalization normalization)
            & bool.TryParse(parts.ElementAtOrDefault(4), out bool isPlain) & bool.TryParse(parts.ElementAtOrDefault(5), out bool isPerPoint);
        return isKnown
            ? new Mixture(cost, kernel, normalization) { IsPlainDistance = isPlain, IsPerPoint = isPerPoint }.Create(values)
            : throw Unknown(words);
    }

    /// <summary>Always: words are no part of what an objective is.</summary>
    public bool Equals(Provenance other) => true;

    public override bool Equals(object? obj) => obj is Provenance;

    public override int GetHashCode() => 0;

    private static FormatException Unknown(string words) => new($"'{words}' is no objective that this version knows");
}
