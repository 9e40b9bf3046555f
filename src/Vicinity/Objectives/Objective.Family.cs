namespace Vicinity;

/// <content>The named members of the family. Each is a mixture; none has code of its own.</content>
public abstract partial record Objective
{
    /// <summary>Softening of the forces of UMAP and LargeVis at short distances, as their programs have it.</summary>
    private const double Softening = 0.1;

    /// <summary>As openTSNE 1.0 descends t-SNE. Relatives keep more neighbors at the usual factor of 4; elastic embedding does not.</summary>
    private static readonly DescentDefaults Strong = new() { Exaggeration = 12 };

    /// <summary>For Kullback-Leibler x Gaussian, whose attraction grows with the distance: exaggerated, it presses the map into a lump that does not quite unfold.</summary>
    private static readonly DescentDefaults Unexaggerated = new() { Exaggeration = 1, ExaggeratedIterations = 0 };

    /// <summary>For costs whose slopes differ by powers of ten from pair to pair: there a fixed rate explodes, and a line search does not.</summary>
    private static readonly DescentDefaults Searched = new() { Optimizer = Optimizer.Lbfgs };

    /// <summary>For costs whose slopes no fixed rate can know, and which unfold by themselves; more iterations keep no more neighbors.</summary>
    private static readonly DescentDefaults SearchedUnexaggerated = Unexaggerated with { Optimizer = Optimizer.Lbfgs, Iterations = 400 };

    /// <summary>t-SNE: Kullback-Leibler x Student t x pair-wise (van der Maaten and Hinton 2008).</summary>
    public static Objective TSne { get; } = Mix("t-SNE", new KullbackLeibler(), new StudentT(), Normalization.PairWise) with { Defaults = Strong };

    /// <summary>Symmetric SNE: Kullback-Leibler x Gaussian x pair-wise (Cook, Sutskever, Mnih and Hinton 2007).</summary>
    public static Objective Ssne { get; } = Mix("SSNE", new KullbackLeibler(), new Gaussian(1), Normalization.PairWise) with { Defaults = Unexaggerated };

    /// <summary>SNE, asymmetric: Kullback-Leibler x Gaussian x point-wise (Hinton and Roweis 2002).</summary>
    public static Objective Asne { get; } = Mix("ASNE", new KullbackLeibler(), new Gaussian(1), Normalization.PointWise) with { Defaults = Unexaggerated };

    /// <summary>Asymmetric t-SNE: Kullback-Leibler x Student t x point-wise.</summary>
    public static Objective TAsne { get; } = Mix("t-ASNE", new KullbackLeibler(), new StudentT(), Normalization.PointWise);

    /// <summary>t-SNE that weights a pair by the degrees of its points in P (Yang, Peltonen and Kaski 2014).</summary>
    public static Objective WeightedTSne { get; } = RelativeStrong("wt-SNE") with { IsWeightedByDegree = true };

    /// <summary>Symmetric SNE that weights a pair by the degrees of its points in P (Yang, Peltonen and Kaski 2014).</summary>
    public static Objective WeightedSsne { get; } = Ssne with { Name = "wSSNE", IsWeightedByDegree = true };

    /// <summary>t-SNE of the reverse divergence KL(Q || P) (Im, Verma and Branson 2018).</summary>
    public static Objective ReverseTSne { get; } = Mix("rt-SNE", new ReverseKullbackLeibler(), new StudentT(), Normalization.PairWise) with
    {
        Defaults = new() { Iterations = 1500, ExaggeratedIterations = 500 },    // its valleys are long
    };

    /// <summary>SNE of the reverse divergence KL(Q || P): NeRV at lambda = 0.</summary>
    public static Objective ReverseAsne { get; } = Mix("rASNE", new ReverseKullbackLeibler(), new Gaussian(1), Normalization.PointWise) with { Defaults = Searched };

    /// <summary>Symmetric SNE of the reverse divergence KL(Q || P).</summary>
    public static Objective ReverseSsne { get; } = Mix("rSSNE", new ReverseKullbackLeibler(), new Gaussian(1), Normalization.PairWise) with { Defaults = Searched };

    /// <summary>t-SNE of the chi-square divergence (Im, Verma and Branson 2018).</summary>
    public static Objective ChiSquareSne { get; } = Mix("CH-SNE", new ChiSquare(), new StudentT(), Normalization.PairWise) with { Defaults = new() { ExaggerationFalls = false, LearningRate = 50 } };

    /// <summary>t-SNE of the squared Hellinger distance (Im, Verma and Branson 2018).</summary>
    public static Objective HellingerSne { get; } = Mix("HL-SNE", new Hellinger(), new StudentT(), Normalization.PairWise);

    /// <summary>t-SNE of the classical Jensen-Shannon divergence, which is a quarter of JSE's cost at kappa = 1/2 (Im, Verma and Branson 2018).</summary>
    public static Objective JensenShannonSne { get; } =
        Mix("JS-SNE", new ScaledDivergence<JensenShannon>(new(0.5), 0.25), new StudentT(), Normalization.PairWise);

    /// <summary>t-SNE whose P is C = R / n, not made symmetric ("t-RM").</summary>
    public static Objective ConditionalTSne { get; } = RelativeStrong("t-RM-SNE") with { AffinityForm = AffinityForm.Conditional };

    /// <summary>t-SNE whose P is M = V / sum V, without the step by rows ("t-M").</summary>
    public static Objective MatrixTSne { get; } = RelativeStrong("t-M-SNE") with { AffinityForm = AffinityForm.Matrix };

    /// <summary>Asymmetric t-SNE whose P is the average of R and its transpose, normalised by rows again ("t-RSR").</summary>
    public static Objective RowSymmetricTSne { get; } = TAsne with { Name = "t-RSR-SNE", AffinityForm = AffinityForm.RowSymmetricRow };

    /// <summary>t-SNE of UMAP's smooth nearest-neighbour weights, divided by their sum.</summary>
    public static Objective SmoothNearestTSne { get; } =
        RelativeStrong("skd-t-SNE") with { AffinityForm = AffinityForm.Matrix, InputKernel = InputKernel.SmoothNearest };

    /// <summary>Symmetric SNE with the input's precisions in the map.</summary>
    public static Objective BandwidthSsne { get; } = Ssne with { Name = "bSSNE", OutputPrecision = OutputPrecision.Transfer, Defaults = Searched };

    /// <summary>SNE with the input's precisions in the map.</summary>
    public static Objective BandwidthAsne { get; } = Asne with { Name = "bASNE", OutputPrecision = OutputPrecision.Transfer, Defaults = Searched };

    /// <summary>t-SNE with the input's precisions in the map.</summary>
    public static Objective BandwidthTSne { get; } = RelativeStrong("bt-SNE") with { OutputPrecision = OutputPrecision.Transfer };

    /// <summary>Asymmetric t-SNE with the input's precisions in the map.</summary>
    public static Objective BandwidthTAsne { get; } = TAsne with { Name = "bt-ASNE", OutputPrecision = OutputPrecision.Transfer };

    private static Objective RelativeStrong(string name) => TSne with { Name = name, Defaults = new() };
}
