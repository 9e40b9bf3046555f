namespace Vicinity;

/// <content>The named members of the family that have a number to set. A number out of its range is refused by the cost or kernel that it belongs to.</content>
public abstract partial record Objective
{
    /// <summary>t-SNE with tails of any weight, w = (1 + f / a)^-a (Kobak, Linderman, Steinerberger, Kluger and Berens 2019).</summary>
    /// <param name="degreesOfFreedom">a, above 0; 1 is t-SNE, below it the tails are heavier.</param>
    public static Objective KobakTSne(double degreesOfFreedom) =>
        degreesOfFreedom == 1 ? TSne : Mix("t-SNE", new KullbackLeibler(), new Kobak(degreesOfFreedom), Normalization.PairWise) with { Defaults = Strong };

    /// <summary>HSSNE: symmetric SNE with a tail between Gaussian (0) and Student t (1), or beyond (Yang, King, Xu and Oja 2009).</summary>
    /// <param name="alpha">Weight of the tail, at least 0. Default: 0.5.</param>
    /// <param name="beta">Precision of the kernel, above 0. Default: 1.</param>
    public static Objective HeavyTailed(double alpha = 0.5, double beta = 1) => beta == 1
        ? Mix("HSSNE", new KullbackLeibler(), new HeavyTailed(alpha), Normalization.PairWise)
        : Mix("HSSNE", new KullbackLeibler(), new SharpenedKernel<HeavyTailed>(new(alpha), beta), Normalization.PairWise);

    /// <summary>Dynamic HSSNE: the weight of the tail is learned with the map.</summary>
    /// <param name="alpha">Where it starts, at least 0. Default: 0.5.</param>
    public static Objective DynamicHeavyTailed(double alpha = 0.5) =>
        Mix("DHSSNE", new KullbackLeibler(), new HeavyTailedPerPoint(), Normalization.PairWise) with
        {
            Learned = LearnedParameter.Alpha,
            IsLearnedShared = true,
            PointParameter = ParameterRange.NotNegative(alpha),
            Defaults = SearchedUnexaggerated,
        };

    /// <summary>Inhomogeneous t-SNE: every point learns its degrees of freedom (Kitazono, Grozavu, Rogovschi, Omori and Ozawa 2016).</summary>
    /// <param name="degreesOfFreedom">Where they start, above 0. Default: 10.</param>
    public static Objective InhomogeneousTSne(double degreesOfFreedom = 10) =>
        Mix("it-SNE", new KullbackLeibler(), new InhomogeneousTPerPoint(), Normalization.PointWise) with
        {
            Learned = LearnedParameter.DegreesOfFreedom,
            PointParameter = ParameterRange.Positive(degreesOfFreedom),
            Defaults = SearchedUnexaggerated,
        };

    /// <summary>NeRV: missed against false neighbours, Gaussian, point-wise (Venna, Peltonen, Nybo, Aidos and Kaski 2010).</summary>
    /// <param name="lambda">Cost of the missed ones, 0 to 1. Default: 0.9; 1 is SNE.</param>
    public static Objective Nerv(double lambda = 0.9) => Mix("NeRV", new Nerv(lambda), new Gaussian(1), Normalization.PointWise);

    /// <summary>Symmetric NeRV: the same pair-wise.</summary>
    /// <param name="lambda">Cost of the missed neighbours, 0 to 1. Default: 0.9; 1 is symmetric SNE.</param>
    public static Objective SymmetricNerv(double lambda = 0.9) => Mix("SNeRV", new Nerv(lambda), new Gaussian(1), Normalization.PairWise);

    /// <summary>NeRV with the input's precisions in the map, as it was first published.</summary>
    /// <param name="lambda">Cost of the missed neighbours, 0 to 1. Default: 0.9.</param>
    public static Objective BandwidthNerv(double lambda = 0.9) =>
        Nerv(lambda) with { Name = "bNeRV", OutputPrecision = OutputPrecision.Transfer, Defaults = Searched };

    /// <summary>JSE: a Jensen-Shannon divergence, Gaussian, point-wise (Lee, Renard, Bernard, Dupont and Verleysen 2013).</summary>
    /// <param name="kappa">Share of P in the mixture, 0 to 1. Default: 0.5; 0 is SNE, 1 its reverse.</param>
    public static Objective Jse(double kappa = 0.5) => Mix("JSE", new JensenShannon(kappa), new Gaussian(1), Normalization.PointWise);

    /// <summary>Symmetric JSE: the same pair-wise.</summary>
    /// <param name="kappa">Share of P in the mixture, 0 to 1. Default: 0.5; 0 is symmetric SNE.</param>
    public static Objective SymmetricJse(double kappa = 0.5) => Mix("SJSE", new JensenShannon(kappa), new Gaussian(1), Normalization.PairWise);

    /// <summary>Multi-scale JSE: P and Q averaged over several perplexities (Lee, Peluffo-Ordonez and Verleysen 2015).</summary>
    /// <param name="kappa">Share of P in the mixture, 0 to 1. Default: 0.5.</param>
    public static Objective MultiScaleJse(double kappa = 0.5) => Jse(kappa) with { Name = "MS-JSE", OutputPrecision = OutputPrecision.Scale };

    /// <summary>g-SNE: t-SNE and lambda times the same for far points, with 1 + f for a kernel (Zhou and Sharpee 2018).</summary>
    /// <param name="lambda">Weight of the far half, at least 0. Default: 1; 0 is t-SNE.</param>
    public static Objective GlobalSne(double lambda = 1) => Global("g-SNE", TSne, lambda);

    /// <summary>AB-SNE: t-SNE of the alpha-beta divergence.</summary>
    /// <param name="alpha">Power of p. Default: 1.</param>
    /// <param name="beta">Power of q. Default: 0; (1, 0) is t-SNE.</param>
    public static Objective AlphaBetaSne(double alpha = 1, double beta = 0) =>
        Mix("AB-SNE", new AlphaBeta(alpha, beta), new StudentT(), Normalization.PairWise);

    /// <summary>AB-SSNE: symmetric SNE of the alpha-beta divergence.</summary>
    /// <param name="alpha">Power of p. Default: 1.</param>
    /// <param name="beta">Power of q. Default: 0; (1, 0) is symmetric SNE.</param>
    public static Objective AlphaBetaSsne(double alpha = 1, double beta = 0) =>
        Mix("AB-SSNE", new AlphaBeta(alpha, beta), new Gaussian(1), Normalization.PairWise) with { Defaults = Unexaggerated };

    /// <summary>Elastic embedding: sum p f + lambda sum (r / sum r) exp(-f) (Carreira-Perpinan 2010).</summary>
    /// <param name="lambda">Weight of the repulsion, at least 0. Default: 100.</param>
    public static Objective ElasticEmbedding(double lambda = 100) => Sum(
        "EE",
        (1, Mix("attraction", new WeightedAttraction(), new Gaussian(1), Normalization.None) with { AffinityForm = AffinityForm.Joint }),
        (ParameterRange.NotNegative(lambda),
            Mix("repulsion", new WeightedRepulsion(), new Gaussian(1), Normalization.None) with { Input = ObjectiveInput.DistanceShares })) with { Defaults = Strong with { ExaggerationFalls = false } };

    /// <summary>Elastic embedding with Student t, (1/n) sum v ln(v / w) + lambda (w - v): t-SNE with a normaliser that stands still.</summary>
    /// <param name="lambda">Weight of the repulsion, at least 0. Default: 0.01.</param>
    public static Objective TElasticEmbedding(double lambda = 0.01) =>
        Mix("t-EE", new GeneralizedKullbackLeibler(lambda), new StudentT(), Normalization.None) with
        {
            AffinityForm = AffinityForm.Mean,
            IsDividedByInputTotal = true,
        };

    /// <summary>What the repulsion of a sample weighs in the program of LargeVis: five others, gamma = 7. Spread over all pairs, that is 35 / n^2 where ours is gamma.</summary>
    private const double LargeVisRepulsion = 35;

    /// <summary>LargeVis, all pairs counted: -sum p ln w - gamma sum ln(1 - w) (Tang, Liu, Zhang and Mei 2016).</summary>
    /// <param name="gamma">Weight of the repulsion, at least 0. Default: 1.</param>
    public static Objective LargeVis(double gamma = 1)
    {
        Objective exact = Mix("LargeVis", new LargeVis(gamma, 0), new StudentT(), Normalization.None) with { AffinityForm = AffinityForm.Joint };
        Objective softened = Mix("LargeVis", new LargeVis(gamma, Softening), new StudentT(), Normalization.None);
        return softened with { AffinityForm = AffinityForm.Joint, Reported = exact, Defaults = new() { ExaggerationPerPair = gamma / LargeVisRepulsion, ExaggerationFalls = false } };
    }

    /// <summary>UMAP, all pairs counted: the fuzzy cross-entropy of smooth nearest weights and 1 / (1 + a d^(2b)) (McInnes, Healy and Melville 2018).</summary>
    /// <param name="spread">Distance over which weights fall, above 0. Default: 1.</param>
    /// <param name="minDist">Distance up to which the weight is 1, at least 0. Default: 0.001.</param>
    public static Objective Umap(double spread = 1, double minDist = 0.001) => Softened(
        Mix("UMAP", new FuzzyCrossEntropy(0), UmapKernel.FromSpread(spread, minDist, Softening), Normalization.None),
        Mix("UMAP", new FuzzyCrossEntropy(0), UmapKernel.FromSpread(spread, minDist), Normalization.None));

    /// <summary>UMAP with the kernel of t-SNE.</summary>
    public static Objective TUmap { get; } = Softened(
        Mix("t-UMAP", new FuzzyCrossEntropy(Softening), new StudentT(), Normalization.None),
        Mix("t-UMAP", new FuzzyCrossEntropy(0), new StudentT(), Normalization.None));

    /// <summary>UMAP with the kernel of t-SNE and both sides normalised over all pairs.</summary>
    public static Objective NormalizedTUmap { get; } = Mix("nt-UMAP", new CrossEntropy(), new StudentT(), Normalization.PairWise) with
    {
        AffinityForm = AffinityForm.Matrix,
        InputKernel = InputKernel.SmoothNearest,
    };

    /// <summary>t-SNE with the kernel of UMAP ("t-SNE-U").</summary>
    /// <param name="spread">Distance over which weights fall, above 0. Default: 1.</param>
    /// <param name="minDist">Distance up to which the weight is 1, at least 0. Default: 0.001.</param>
    public static Objective UmapKernelTSne(double spread = 1, double minDist = 0.001) =>
        Mix("t-SNE-U", new KullbackLeibler(), UmapKernel.FromSpread(spread, minDist), Normalization.PairWise);

    /// <summary>Any near half, and lambda times the far half of g-SNE.</summary>
    internal static Objective Global(string name, Objective near, double lambda) => Sum(name, (1, near), (ParameterRange.NotNegative(lambda), FarHalf));

    private static Objective FarHalf { get; } =
        Mix("far half", new KullbackLeibler(), new FarKernel(), Normalization.PairWise) with { Input = ObjectiveInput.FarShares };

    private static Objective Softened(Objective descended, Objective reported) => descended with
    {
        InputKernel = InputKernel.SmoothNearest,
        Reported = reported with { InputKernel = InputKernel.SmoothNearest },
        HasExactGradient = false,
        Defaults = DescentDefaults.OfAllPairs,
    };
}
