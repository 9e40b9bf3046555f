using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>The numbers of methods, costs and kernels; the defaults are those of what reads them.</summary>
internal sealed class ParameterFlags
{
    private static readonly (string Name, string Description)[] Known =
    [
        ("alpha", "Weight of the heavy tail: 0 is a Gaussian, 1 Student t"),
        ("beta", "Precision of the kernel in the map"),
        ("kappa", "Share of P in the mixture of the Jensen-Shannon cost, 0 to 1"),
        ("lambda", "Share of the first half in NeRV, 0 to 1; weight of the repulsion in elastic embedding, of the far half in g-SNE"),
        ("dof", "Degrees of freedom of the kernel: smaller is a heavier tail"),
        ("ab-alpha", "Power of p in the alpha-beta divergence"),
        ("ab-beta", "Power of q in the alpha-beta divergence"),
        ("gamma", "Weight of the repulsion in LargeVis"),
        ("spread", "Distance over which the similarity of UMAP falls"),
        ("min-dist", "Distance up to which the similarity of UMAP is 1"),
    ];

    private readonly IReadOnlyList<(string Name, Option<double?> Option)> options = [.. Known.Select(item => (item.Name, Make(item.Name, item.Description)))];

    public IReadOnlyList<Option> All => [.. options.Select(item => item.Option)];

    /// <summary>The numbers on the command line, of those that are read.</summary>
    public IReadOnlyDictionary<string, double> Read(ParseResult parsed, IReadOnlyList<MethodParameter> read) => options
        .Where(item => parsed.GetValue(item.Option) is not null && read.Any(parameter => parameter.Name == item.Name))
        .ToDictionary(item => item.Name, item => parsed.GetValue(item.Option)!.Value, StringComparer.Ordinal);

    /// <summary>The options that nothing reads.</summary>
    public IEnumerable<Option> Unread(IReadOnlyList<MethodParameter> read) =>
        options.Where(item => read.All(parameter => parameter.Name != item.Name)).Select(item => item.Option);

    private static Option<double?> Make(string name, string description) =>
        Flag.Of<double>($"--{name}", "X", $"{description} [{Defaults(name)}]", "a number", text => Flag.Real(text));

    /// <summary>The defaults by method, such as "0.9 for nerv": one if all are alike.</summary>
    private static string Defaults(string name)
    {
        var groups = MethodCatalog.All
            .SelectMany(method => method.Parameters.Where(parameter => parameter.Name == name).Select(parameter => (method.Name, parameter.Default)))
            .GroupBy(item => item.Default)
            .ToArray();
        return string.Join("; ", groups.Select(group => groups.Length == 1 ? $"{group.Key}" : $"{group.Key} for {string.Join(", ", group.Select(item => item.Name))}"));
    }
}
