namespace Vicinity.Tests;

/// <summary>The published final costs, one line each; settings and pedigree stand in README.md.</summary>
internal static class GoldenCosts
{
    public static IReadOnlyList<GoldenCost> All { get; } =
    [
        // The large rate lands in a higher minimum than a small one finds: this row tests the exact update, not the objective.
        new("t-SNE", Objective.TSne, 500, 0.04129, 5e-6) { IsOfItsOptimizer = true },
        new("ASNE", Objective.Asne, 0.1, 0.5177, 5e-5),
        new("SSNE", Objective.Ssne, 0.1, 0.01683, 5e-6),
        new("HSSNE", Objective.HeavyTailed(0.5), 0.1, 0.01396, 5e-6),
        new("JSE", Objective.Jse(0.5), 0.1, 0.438, 5e-4),
        new("NeRV", Objective.Nerv(0.9), 0.1, 0.5399, 5e-5) { OtherMinimum = 0.5295 },
        new("reverse KL", Objective.ReverseTSne, 0.1, 0.03037, 5e-6) { Converged = 0.03035, Flatness = 0.02 },
        new("AB-SNE", Objective.AlphaBetaSne(1.4, -0.3), 0.1, 0.01437, 5e-6) { Flatness = 0.005 },
        new("g-SNE", Objective.GlobalSne(5), 0.1, 0.2055, 5e-5),
        new("b-SSNE", Objective.Ssne with { OutputPrecision = OutputPrecision.Transfer }, 0.1, 0.1089, 5e-5),
        new("t-RM", Objective.TSne with { AffinityForm = AffinityForm.Conditional }, 0.1, 0.1207, 5e-5),
        new("metric MDS", Objective.MetricMds, 0.1, 0.1715, 5e-5),
        new("metric MDS, unscaled", Objective.MetricMds, 0.1, 0.0597, 5e-5) { Scaling = InputScaling.None },
        new("SSTRESS", Objective.SquaredMds, 0.001, 0.3038, 5e-5),
        new("Sammon", Objective.Sammon, 0.1, 0.003427, 5e-7),
        new("elastic embedding", Objective.ElasticEmbedding(100), 0.1, 5.564, 5e-4) { OtherMinimum = 5.549 },
        new("LargeVis", Objective.LargeVis(1), 0.1, 5.046, 5e-4),
        new("t-SNE, perplexity 3, rows 6-15", Objective.TSne, 0.1, 0.05768, 5e-6) { FirstRow = 5, Perplexity = 3, IsOfItsOptimizer = true },
    ];
}
