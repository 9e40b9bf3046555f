using BenchmarkDotNet.Attributes;

namespace Vicinity.Bench;

/// <summary>One exact gradient of members of the family, in two dimensions, on some 75 affinities per point.</summary>
[MemoryDiagnoser]
public class GradientBenchmarks
{
    private GradientCase member = null!;

    /// <summary>The members that are measured, cost and kernel.</summary>
    public static IEnumerable<string> Members =>
    [
        .. GradientCase.CostNames.Select(cost => cost + " x t"),
        .. GradientCase.CostNames.Where(cost => cost is not ("LargeVis" or "fuzzy")).Select(cost => cost + " x t, row"),
        .. ((string[])["own t", "Gaussian", "heavy 0.5", "heavy 0.7", "Kobak 0.5", "UMAP", "Gaussian, row", "UMAP, row"]).Select(kernel => "KL x " + kernel),
        .. ((string[])["Gaussian beta_i, row", "heavy alpha_i, row", "t nu_i, row", "t nu_i"]).Select(kernel => "KL x " + kernel),
        "JS(1/2) x Gaussian, row", "NeRV(0.9) x Gaussian, row", "fuzzy x UMAP", "cross-entropy x UMAP",
    ];

    [ParamsSource(nameof(Members))]
    public string Member { get; set; } = "";

    [Params(10_000)]
    public int Points { get; set; }

    [Params(2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        string[] names = Member.Split(" x ");
        member = new(names[0], names[1], Points, Threads);
    }

    [Benchmark]
    public void Gradient() => member.Evaluate();
}
