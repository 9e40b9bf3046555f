namespace Vicinity.Tests;

/// <summary>Every kernel x cost x normalisation of the family, and the random data on which they are checked.</summary>
internal static class AcceptanceGrid
{
    public const int Points = 10;

    public static IReadOnlyList<(string Name, IScalarDivergence Cost)> Costs { get; } =
    [
        ("KL", new KullbackLeibler()), ("reverse KL", new ReverseKullbackLeibler()), ("NeRV(0.35)", new Nerv(0.35)), ("JS(0.3)", new JensenShannon(0.3)),
        ("chi2", new ChiSquare()), ("Hellinger", new Hellinger()), ("AB(0.7, 0.4)", new AlphaBeta(0.7, 0.4)), ("AB(0.8, 0)", new AlphaBeta(0.8, 0)),
        ("AB(0.6, -0.6)", new AlphaBeta(0.6, -0.6)), ("AB(0, 0.9)", new AlphaBeta(0, 0.9)), ("AB(0, 0)", new AlphaBeta(0, 0)),
        ("square", new SquareLoss()), ("cross-entropy", new CrossEntropy()),
    ];

    public static IReadOnlyList<(string Name, IScalarKernel Kernel, Func<SeededRandom, KernelParameters> Draw)> Kernels { get; } =
    [
        ("Gaussian", new Gaussian(1), None), ("Gaussian beta_i", new Gaussian(1), Precisions), ("t", new StudentT(), None),
        ("heavy(0.5)", new HeavyTailed(0.5), None), ("heavy(0.5) beta_i", new HeavyTailed(0.5), Precisions), ("heavy(1.5)", new HeavyTailed(1.5), None),
        ("heavy alpha_i beta_i", new HeavyTailedPerPoint(), random => Precisions(random) with { Theta = Draw(random, 0.2, 1.8) }),
        ("heavy(0)", new HeavyTailed(0), None), ("inhomogeneous(3)", new InhomogeneousT(3), None),
        ("inhomogeneous nu_i", new InhomogeneousTPerPoint(), random => new() { Theta = Draw(random, 0.6, 6) }),
        ("Kobak(0.7)", new Kobak(0.7), None), ("tt(2.3)", new TTail(2.3), None), ("UMAP", new UmapKernel(1.577, 0.895), None),
        ("weighted t", new StudentT(), Masses), ("weighted Gaussian beta_i", new Gaussian(1), random => Masses(random) with { Precision = Draw(random, 0.3, 1.7) }),
    ];

    public static IReadOnlyList<(string Name, Normalization Normalization, AffinityForm Form)> Normalizations { get; } =
    [
        ("row", Normalization.PointWise, AffinityForm.Row), ("pair J", Normalization.PairWise, AffinityForm.Joint),
        ("pair C", Normalization.PairWise, AffinityForm.Conditional), ("averaged J", Normalization.Averaged, AffinityForm.Joint),
        ("averaged C", Normalization.Averaged, AffinityForm.Conditional),
    ];

    public static double[,] Positions(int seed) => RandomAffinities.DrawNormal(new(100 + seed), Points, 2, 1.1);

    public static double[,] Affinities(int seed, AffinityForm form) => new RandomAffinities(new(seed), Points).Of(form);

    public static KernelParameters None(SeededRandom random) => new();

    public static KernelParameters Precisions(SeededRandom random) => new() { Precision = Draw(random, 0.3, 1.7) };

    public static KernelParameters Masses(SeededRandom random) => new() { LogMass = [.. Draw(random, 0.3, 2).Select(mass => Math.Log(mass))] };

    public static double[] Draw(SeededRandom random, double from, double to) =>
        [.. Enumerable.Range(0, Points).Select(_ => from + ((to - from) * random.NextDouble()))];

    /// <summary>Largest difference over largest value of the second.</summary>
    public static double RelativeError(double[,] actual, double[,] expected)
    {
        double difference = actual.Cast<double>().Zip(expected.Cast<double>(), (a, b) => Math.Abs(a - b)).Max();
        return difference / expected.Cast<double>().Max(Math.Abs);
    }

    /// <summary>Cosine of the angle between two gradients.</summary>
    public static double Cosine(double[,] a, double[,] b) => Dot(a, b) / Math.Sqrt(Dot(a, a) * Dot(b, b));

    private static double Dot(double[,] a, double[,] b) => a.Cast<double>().Zip(b.Cast<double>(), (x, y) => x * y).Sum();
}
