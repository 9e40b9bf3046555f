namespace Vicinity.Tests;

/// <summary>Mixtures of costs, kernels and normalisations for tests of engines.</summary>
internal static class Mixtures
{
    public static readonly Normalization[] Normalized = [Normalization.PointWise, Normalization.PairWise, Normalization.Averaged];

    /// <summary>Every cost of normalised weights.</summary>
    public static readonly string[] Costs =
        ["KL", "reverse", "NeRV", "JS", "JS small", "chi2", "Hellinger", "AB", "AB beta", "AB zero", "square", "cross-entropy", "user"];

    /// <summary>Every kernel without parameters of the points, and those with.</summary>
    public static readonly string[] Kernels =
        ["t", "Gaussian", "heavy", "limit", "Kobak", "tt", "nu", "UMAP", "plain", "user", "heavy i", "nu i"];

    public static bool IsPerPoint(string kernel) => kernel.EndsWith(" i", StringComparison.Ordinal);

    public static Objective Of(string cost, string kernel, Normalization normalization) => cost switch
    {
        "KL" => With(new KullbackLeibler(), kernel, normalization),
        "reverse" => With(new ReverseKullbackLeibler(), kernel, normalization),
        "NeRV" => With(new Nerv(0.35), kernel, normalization),
        "JS" => With(new JensenShannon(0.3), kernel, normalization),
        "JS small" => With(new JensenShannon(1e-5), kernel, normalization),
        "chi2" => With(new ChiSquare(), kernel, normalization),
        "Hellinger" => With(new Hellinger(), kernel, normalization),
        "AB" => With(new AlphaBeta(0.7, 0.4), kernel, normalization),
        "AB beta" => With(new AlphaBeta(1.4, -0.3), kernel, normalization),
        "AB zero" => With(new AlphaBeta(0, 1), kernel, normalization),
        "square" => With(new SquareLoss(), kernel, normalization),
        "cross-entropy" => With(new CrossEntropy(), kernel, normalization),
        "I-KL" => With(new GeneralizedKullbackLeibler(1), kernel, normalization),
        "I-reverse" => With(new GeneralizedReverseKullbackLeibler(), kernel, normalization),
        "I-NeRV" => With(new GeneralizedNerv(0.4), kernel, normalization),
        "LargeVis" => With(new LargeVis(1, 0.1), kernel, normalization),
        "fuzzy" => With(new FuzzyCrossEntropy(0), kernel, normalization),
        "attraction" => With(new WeightedAttraction(), kernel, normalization),
        _ => With(new ScalarDivergence<HalfSquares>(default), kernel, normalization),
    };

    public static Objective With<TDivergence>(TDivergence divergence, string kernel, Normalization normalization)
        where TDivergence : struct, IDivergence => kernel switch
    {
        "t" => Objective.Create(divergence, new StudentT(), normalization),
        "Gaussian" => Objective.Create(divergence, new Gaussian(0.7f), normalization),
        "heavy" => Objective.Create(divergence, new HeavyTailed(0.5), normalization),
        "limit" => Objective.Create(divergence, new HeavyTailed(0), normalization),
        "Kobak" => Objective.Create(divergence, new Kobak(0.7), normalization),
        "tt" => Objective.Create(divergence, new TTail(2.3), normalization),
        "nu" => Objective.Create(divergence, new InhomogeneousT(3), normalization),
        "UMAP" => Objective.Create(divergence, new UmapKernel(1.577, 0.895, 0.01), normalization),
        "plain" => Objective.Create(divergence, new PlainDistance<StudentT>(default), normalization),
        "heavy i" => Objective.Create(divergence, default(HeavyTailedPerPoint), normalization),
        "nu i" => Objective.Create(divergence, default(InhomogeneousTPerPoint), normalization),
        _ => Objective.Create(divergence, new ScalarKernel<OwnPrecisionGaussian>(default), normalization),
    };
}
