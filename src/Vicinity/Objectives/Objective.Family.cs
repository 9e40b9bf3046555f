namespace Vicinity;

/// <content>The named members of the family. Each is a mixture; none has code of its own.</content>
public abstract partial record Objective
{
    /// <summary>Softening of the forces of UMAP and LargeVis at short distances, as their programs have it.</summary>
    private const double Softening = 0.1;

    /// <summary>For costs whose slopes differ by powers of ten from pair to pair: there a fixed rate explodes, and a line search does not.</summary>
    private static readonly DescentDefaults Searched = new() { PrefersLineSearch = true };

    /// <summary>t-SNE: Kullback-Leibler x Student t x pair-wise (van der Maaten and Hinton 2008).</summary>
    public static Objective TSne { get; } = Mix("t-SNE", new KullbackLeibler(), new StudentT(), Normalization.PairWise);

    /// <summary>Symmetric SNE: Kullback-Leibler x Gaussian x pair-wise (Cook, Sutskever, Mnih and Hinton 2007).</summary>
    public static Objective Ssne { get; } = Mix("SSNE", new KullbackLeibler(), new Gaussian(1), Normalization.PairWise);

    /// <summary>SNE, asymmetric: Kullback-Leibler x Gaussian x point-wise (Hinton and Roweis 2002).</summary>
    public static Objective Asne { get; } = Mix("ASNE", new KullbackLeibler(), new Gaussian(1), Normalization.PointWise);

    /// <summary>Asymmetric t-SNE: Kullback-Leibler x Student t x point-wise.</summary>
    public static Objective TAsne { get; } = Mix("t-ASNE", new KullbackLeibler(), new StudentT(), Normalization.PointWise);

    /// <summary>t-SNE that weights a pair by the degrees of its points in P (Yang, Peltonen and Kaski 2014).</summary>
    public static Objective WeightedTSne { get; } = TSne with { Name = "wt-SNE", IsWeightedByDegree = true };

    /// <summary>Symmetric SNE that weights a pair by the degrees of its points in P (Yang, Peltonen and Kaski 2014).</summary>
    public static Objective WeightedSsne { get; } = Ssne with { Name = "wSSNE", IsWeightedByDegree = true };

    /// <summary>t-SNE of the reverse divergence KL(Q || P) (Im, Verma and Branson 2018).</summary>
    public static Objective ReverseTSne { get; } = Mix("rt-SNE", new ReverseKullbackLeibler(), new StudentT(), Normalization.PairWise);

    /// <summary>SNE of the reverse divergence KL(Q || P): NeRV at lambda = 0.</summary>
    public static Objective ReverseAsne { get; } = Mix("rASNE", new ReverseKullbackLeibler(), new Gaussian(1), Normalization.PointWise) with { Defaults = Searched };

    /// <summary>Symmetric SNE of the reverse divergence KL(Q || P).</summary>
    public static Objective ReverseSsne { get; } = Mix("rSSNE", new ReverseKullbackLeibler(), new Gaussian(1), Normalization.PairWise) with { Defaults = Searched };

    /// <summary>t-SNE of the chi-square divergence (Im, Verma and Branson 2018).</summary>
    public static Objective ChiSquareSne { get; } = Mix("CH-SNE", new ChiSquare(), new StudentT(), Normalization.PairWise);

    /// <summary>t-SNE of the squared Hellinger distance (Im, Verma and Branson 2018).</summary>
    public static Objective HellingerSne { get; } = Mix("HL-SNE", new Hellinger(), new StudentT(), Normalization.PairWise);

    /// <summary>t-SNE of the classical Jensen-Shannon divergence, which is a quarter of JSE's cost at kappa = 1/2 (Im, Verma and Branson 2018).</summary>
    public static Objective JensenShannonSne { get; } =
        Mix("JS-SNE", new ScaledDivergence<JensenShannon>(new(0.5), 0.25), new StudentT(), Normalization.PairWise);

    /// <summary>t-SNE whose P is C = R / n, not made symmetric ("t-RM").</summary>
    public static Objective ConditionalTSne { get; } = TSne with { Name = "t-RM-SNE", AffinityForm = AffinityForm.Conditional };

    /// <summary>t-SNE whose P is M = V / sum V, without the step by rows ("t-M").</summary>
    public static Objective MatrixTSne { get; } = TSne with { Name = "t-M-SNE", AffinityForm = AffinityForm.Matrix };

    /// <summary>Asymmetric t-SNE whose P is the average of R and its transpose, normalised by rows again ("t-RSR").</summary>
    public static Objective RowSymmetricTSne { get; } = TAsne with { Name = "t-RSR-SNE", AffinityForm = AffinityForm.RowSymmetricRow };

    /// <summary>t-SNE of UMAP's smooth nearest-neighbour weights, divided by their sum.</summary>
    public static Objective SmoothNearestTSne { get; } =
        TSne with { Name = "skd-t-SNE", AffinityForm = AffinityForm.Matrix, InputKernel = InputKernel.SmoothNearest };

    /// <summary>Symmetric SNE with the input's precisions in the map.</summary>
    public static Objective BandwidthSsne { get; } = Ssne with { Name = "bSSNE", OutputPrecision = OutputPrecision.Transfer, Defaults = Searched };

    /// <summary>SNE with the input's precisions in the map.</summary>
    public static Objective BandwidthAsne { get; } = Asne with { Name = "bASNE", OutputPrecision = OutputPrecision.Transfer, Defaults = Searched };

    /// <summary>t-SNE with the input's precisions in the map.</summary>
    public static Objective BandwidthTSne { get; } = TSne with { Name = "bt-SNE", OutputPrecision = OutputPrecision.Transfer };

    /// <summary>Asymmetric t-SNE with the input's precisions in the map.</summary>
    public static Objective BandwidthTAsne { get; } = TAsne with { Name = "bt-ASNE", OutputPrecision = OutputPrecision.Transfer };
}
