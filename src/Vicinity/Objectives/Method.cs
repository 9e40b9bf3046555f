namespace Vicinity;

/// <summary>A named method of the literature: one line of <see cref="MethodCatalog"/>.</summary>
public sealed record Method
{
    private readonly Func<ParameterValues, Objective> build;

    internal Method(string name, string cost, string kernel, string normalization, string affinities, string paper, Func<ParameterValues, Objective> build)
    {
        Name = name;
        Cost = cost;
        Kernel = kernel;
        Normalization = normalization;
        Affinities = affinities;
        Paper = paper;
        this.build = build;
    }

    /// <summary>As the command line calls it, such as tsne.</summary>
    public string Name { get; }

    /// <summary>Other names of the same method.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What is made small.</summary>
    public string Cost { get; }

    /// <summary>The similarity in the map.</summary>
    public string Kernel { get; }

    /// <summary>What similarities are divided by: point (their row's sum), pair (the sum of all), none.</summary>
    public string Normalization { get; }

    /// <summary>What the map is compared with: a form of P, or distances.</summary>
    public string Affinities { get; }

    /// <summary>Who described it first.</summary>
    public string Paper { get; }

    /// <summary>The numbers that it takes.</summary>
    public IReadOnlyList<MethodParameter> Parameters { get; init; } = [];

    /// <summary>False if the start is already the map (PCA).</summary>
    public bool IsOptimized { get; init; } = true;

    /// <summary>The method as an objective.</summary>
    /// <param name="values">Its numbers by name; those that are not given have their defaults.</param>
    /// <exception cref="ArgumentException">A name is not one of <see cref="Parameters"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Objective Create(IReadOnlyDictionary<string, double>? values = null)
    {
        string? odd = values?.Keys.FirstOrDefault(name => Parameters.All(parameter => parameter.Name != name));
        return odd is null
            ? Build(new(Parameters, values))
            : throw new ArgumentException(
                $"{Name} has no parameter {odd}; it takes {(Parameters.Count == 0 ? "none" : string.Join(", ", Parameters))}.", nameof(values));
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    private Objective Build(ParameterValues values) => build(values) with { Provenance = Provenance.Of(Name, Parameters, values) };
}
