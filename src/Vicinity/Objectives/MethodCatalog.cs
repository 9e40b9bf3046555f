namespace Vicinity;

/// <summary>The named methods of the literature, one line each.</summary>
public static class MethodCatalog
{
    private const string HintonRoweis = "Hinton and Roweis 2002";
    private const string Cook = "Cook, Sutskever, Mnih and Hinton 2007";
    private const string VanDerMaaten = "van der Maaten and Hinton 2008";
    private const string Yang2009 = "Yang, King, Xu and Oja 2009";
    private const string Venna = "Venna, Peltonen, Nybo, Aidos and Kaski 2010";
    private const string Lee2013 = "Lee, Renard, Bernard, Dupont and Verleysen 2013";
    private const string Lee2015 = "Lee, Peluffo-Ordonez and Verleysen 2015";
    private const string Yang2014 = "Yang, Peltonen and Kaski 2014";
    private const string Im = "Im, Verma and Branson 2018";
    private const string McInnes = "McInnes, Healy and Melville 2018";
    private const string Melville = "J. Melville, smallvis";

    private static readonly MethodParameter Lambda = new("lambda", 0.9);
    private static readonly MethodParameter Kappa = new("kappa", 0.5);
    private static readonly MethodParameter Alpha = new("alpha", 0.5);
    private static readonly MethodParameter[] PowersOfBoth = [new("ab-alpha", 1), new("ab-beta", 0)];
    private static readonly MethodParameter[] UmapCurve = [new("spread", 1), new("min-dist", 0.001)];

    /// <summary>SNE and its kernels.</summary>
    private static readonly Method[] Sne =
    [
        new("tsne", "KL", "t, (1 + f/a)^-a", "pair", "joint", VanDerMaaten, p => Objective.KobakTSne(p["dof"])) { Parameters = [new("dof", 1)] },
        new("ssne", "KL", "Gaussian", "pair", "joint", Cook, _ => Objective.Ssne),
        new("asne", "KL", "Gaussian", "point", "row", HintonRoweis, _ => Objective.Asne) { Aliases = ["sne"] },
        new("tasne", "KL", "t", "point", "row", VanDerMaaten, _ => Objective.TAsne),
        new("hssne", "KL", "heavy(alpha, beta)", "pair", "joint", Yang2009, p => Objective.HeavyTailed(p["alpha"], p["beta"])) { Parameters = [Alpha, new("beta", 1)] },
        new("dhssne", "KL", "heavy(alpha), alpha learned", "pair", "joint", Yang2009, p => Objective.DynamicHeavyTailed(p["alpha"])) { Parameters = [Alpha] },
        new("itsne", "KL", "t(nu_i), nu_i learned", "point", "row", "Kitazono, Grozavu, Rogovschi, Omori and Ozawa 2016", p => Objective.InhomogeneousTSne(p["dof"])) { Parameters = [new("dof", 10)] },
    ];

    /// <summary>Other costs.</summary>
    private static readonly Method[] Costs =
    [
        new("nerv", "NeRV(lambda)", "Gaussian", "point", "row", Venna, p => Objective.Nerv(p["lambda"])) { Parameters = [Lambda] },
        new("snerv", "NeRV(lambda)", "Gaussian", "pair", "joint", Venna, p => Objective.SymmetricNerv(p["lambda"])) { Parameters = [Lambda] },
        new("jse", "JS(kappa)", "Gaussian", "point", "row", Lee2013, p => Objective.Jse(p["kappa"])) { Parameters = [Kappa] },
        new("sjse", "JS(kappa)", "Gaussian", "pair", "joint", Lee2013, p => Objective.SymmetricJse(p["kappa"])) { Parameters = [Kappa] },
        new("msjse", "JS(kappa)", "Gaussian(beta_u)", "point", "row, several U", Lee2015, p => Objective.MultiScaleJse(p["kappa"])) { Parameters = [Kappa] },
        new("wtsne", "KL", "deg_i deg_j t", "pair", "joint", Yang2014, _ => Objective.WeightedTSne),
        new("wssne", "KL", "deg_i deg_j Gaussian", "pair", "joint", Yang2014, _ => Objective.WeightedSsne),
        new("rtsne", "reverse KL", "t", "pair", "joint", Im, _ => Objective.ReverseTSne) { Aliases = ["rklsne"] },
        new("rasne", "reverse KL", "Gaussian", "point", "row", Venna, _ => Objective.ReverseAsne),
        new("rssne", "reverse KL", "Gaussian", "pair", "joint", Venna, _ => Objective.ReverseSsne),
        new("chsne", "chi-square", "t", "pair", "joint", Im, _ => Objective.ChiSquareSne),
        new("hlsne", "Hellinger", "t", "pair", "joint", Im, _ => Objective.HellingerSne),
        new("jssne", "JS(1/2) / 4", "t", "pair", "joint", Im, _ => Objective.JensenShannonSne),
        new("gsne", "KL + lambda KL of far pairs", "t and 1 + f", "pair", "joint", "Zhou and Sharpee 2018", p => Objective.GlobalSne(p["lambda"])) { Parameters = [new("lambda", 1)] },
        new("absne", "AB(alpha, beta)", "t", "pair", "joint", "Cichocki, Cruces and Amari 2011", p => Objective.AlphaBetaSne(p["ab-alpha"], p["ab-beta"])) { Parameters = PowersOfBoth },
        new("abssne", "AB(alpha, beta)", "Gaussian", "pair", "joint", "Cichocki, Cruces and Amari 2011", p => Objective.AlphaBetaSsne(p["ab-alpha"], p["ab-beta"])) { Parameters = PowersOfBoth },
    ];

    /// <summary>Weights that are not normalised, and what came of them.</summary>
    private static readonly Method[] Unnormalized =
    [
        new("ee", "attraction + lambda repulsion", "Gaussian", "none", "joint, distances", "Carreira-Perpinan 2010", p => Objective.ElasticEmbedding(p["lambda"])) { Parameters = [new("lambda", 100)] },
        new("tee", "I-KL, repulsion times lambda", "t", "none", "mean", "Yang, Peltonen and Kaski 2014; Carreira-Perpinan 2010", p => Objective.TElasticEmbedding(p["lambda"])) { Parameters = [new("lambda", 0.01)] },
        new("largevis", "-p ln w - gamma ln(1 - w)", "t", "none", "joint", "Tang, Liu, Zhang and Mei 2016", p => Objective.LargeVis(p["gamma"])) { Parameters = [new("gamma", 1)] },
        new("umap", "fuzzy cross-entropy", "1 / (1 + a d^2b)", "none", "fuzzy union", McInnes, p => Objective.Umap(p["spread"], p["min-dist"])) { Parameters = UmapCurve },
        new("tumap", "fuzzy cross-entropy", "t", "none", "fuzzy union", McInnes, _ => Objective.TUmap),
        new("ntumap", "cross-entropy", "t", "pair", "fuzzy union / sum", Melville, _ => Objective.NormalizedTUmap),
        new("skdtsne", "KL", "t", "pair", "fuzzy union / sum", Melville, _ => Objective.SmoothNearestTSne),
        new("usne", "KL", "1 / (1 + a d^2b)", "pair", "joint", Melville, p => Objective.UmapKernelTSne(p["spread"], p["min-dist"])) { Parameters = UmapCurve },
    ];

    /// <summary>Other forms of P, and precisions of the data in the map.</summary>
    private static readonly Method[] Variants =
    [
        new("trmsne", "KL", "t", "pair", "conditional", Melville, _ => Objective.ConditionalTSne),
        new("tmsne", "KL", "t", "pair", "matrix", Melville, _ => Objective.MatrixTSne),
        new("trsrsne", "KL", "t", "point", "rsr", Melville, _ => Objective.RowSymmetricTSne),
        new("bssne", "KL", "Gaussian(beta_i)", "pair", "joint", Melville, _ => Objective.BandwidthSsne),
        new("basne", "KL", "Gaussian(beta_i)", "point", "row", Melville, _ => Objective.BandwidthAsne),
        new("bnerv", "NeRV(lambda)", "Gaussian(beta_i)", "point", "row", Venna, p => Objective.BandwidthNerv(p["lambda"])) { Parameters = [Lambda] },
        new("btsne", "KL", "t(beta_i)", "pair", "joint", Melville, _ => Objective.BandwidthTSne),
        new("btasne", "KL", "t(beta_i)", "point", "row", Melville, _ => Objective.BandwidthTAsne),
    ];

    /// <summary>Costs of distances.</summary>
    private static readonly Method[] Scalings =
    [
        new("mmds", "(r - d)^2", "-", "none", "distances", "Kruskal 1964", _ => Objective.MetricMds),
        new("smmds", "(r^2 - d^2)^2", "-", "none", "distances", "Takane, Young and de Leeuw 1977", _ => Objective.SquaredMds) { Aliases = ["sstress"] },
        new("sammon", "(r - d)^2 / (r sum r)", "-", "none", "distances", "Sammon 1969", _ => Objective.Sammon),
        new("gmmds", "(r - d)^2", "-", "none", "geodesic distances", "Tenenbaum, de Silva and Langford 2000", _ => Objective.GeodesicMds),
        new("ballmmds", "(r - d)^2, near or d < r", "-", "none", "distances", Melville, _ => Objective.BallMds),
        new("knnmmds", "(r - d)^2, neighbors or d < r", "-", "none", "distances", Melville, _ => Objective.NeighborMds),
        new("pca", "(r - d)^2, told only", "-", "none", "distances", "Pearson 1901", _ => Objective.MetricMds with { Name = "PCA" }) { IsOptimized = false },
    ];

    /// <summary>All methods, kind by kind.</summary>
    public static IReadOnlyList<Method> All { get; } = [.. Sne, .. Costs, .. Unnormalized, .. Variants, .. Scalings];

    /// <summary>A method by its name or one of its aliases; null if there is none.</summary>
    /// <param name="name">In any case; dashes count for nothing, so t-SNE is tsne.</param>
    public static Method? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string plain = Plain(name);
        return All.FirstOrDefault(method => method.Aliases.Prepend(method.Name).Any(known => Plain(known) == plain));
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
