namespace Vicinity.Bench;

/// <summary>A cost, a kernel and a normalisation, a map and an exact engine: what a gradient is measured on.</summary>
internal sealed class GradientCase
{
    private const int Partners = 38;
    private const double Deviation = 5;

    private static readonly double[] ScalePrecisions = [0.5, 0.2, 0.08, 0.03, 0.012, 0.005];

    private static readonly Dictionary<string, Func<IKernelUser, Normalization, Objective>> Kernels = new(StringComparer.Ordinal)
    {
        ["t"] = (cost, normalization) => cost.With(new StudentT(), normalization),
        ["own t"] = (cost, normalization) => cost.With(default(OwnStudentT), normalization),
        ["Gaussian"] = (cost, normalization) => cost.With(new Gaussian(1), normalization),
        ["heavy 0.5"] = (cost, normalization) => cost.With(new HeavyTailed(0.5), normalization),
        ["heavy 0.7"] = (cost, normalization) => cost.With(new HeavyTailed(0.7), normalization),
        ["Kobak 0.5"] = (cost, normalization) => cost.With(new Kobak(0.5), normalization),
        ["UMAP"] = (cost, normalization) => cost.With(new UmapKernel(1.577, 0.895, 0.1), normalization),
        ["Gaussian beta_i"] = (cost, normalization) => cost.With(new Gaussian(1), normalization),
        ["heavy alpha_i"] = (cost, normalization) => cost.With(default(HeavyTailedPerPoint), normalization),
        ["t nu_i"] = (cost, normalization) => cost.With(default(InhomogeneousTPerPoint), normalization),
        ["Gaussian scales"] = (cost, normalization) => cost.With(new Gaussian(1), normalization),
    };

    private static readonly Dictionary<string, IKernelUser> Costs = new(StringComparer.Ordinal)
    {
        ["KL"] = new KernelUser<KullbackLeibler>(default),
        ["reverse KL"] = new KernelUser<ReverseKullbackLeibler>(default),
        ["NeRV(0.9)"] = new KernelUser<Nerv>(new(0.9)),
        ["JS(1/2)"] = new KernelUser<JensenShannon>(new(0.5)),
        ["chi-square"] = new KernelUser<ChiSquare>(default),
        ["Hellinger"] = new KernelUser<Hellinger>(default),
        ["AB(1.1, -0.2)"] = new KernelUser<AlphaBeta>(new(1.1, -0.2)),
        ["square"] = new KernelUser<SquareLoss>(default),
        ["cross-entropy"] = new KernelUser<CrossEntropy>(default),
        ["LargeVis"] = new KernelUser<LargeVis>(new(1, 0.1)),
        ["fuzzy"] = new KernelUser<FuzzyCrossEntropy>(new(0)),
    };

    private readonly Coordinates[] maps;
    private int turn;

    /// <param name="cost">One of <see cref="CostNames"/>.</param>
    /// <param name="kernel">A kernel's name, with ", row" behind it if q is point-wise.</param>
    /// <param name="points">n.</param>
    /// <param name="threads">Cores to use.</param>
    public GradientCase(string cost, string kernel, int points, int threads)
    {
        bool isByRow = kernel.EndsWith(", row", StringComparison.Ordinal);
        kernel = isByRow ? kernel[..^", row".Length] : kernel;
        Normalization normalization = cost is "LargeVis" or "fuzzy" ? Normalization.None : isByRow ? Normalization.PointWise : Normalization.PairWise;
        SeededRandom random = new(1);
        Coordinates positions = new(points, 2);
        Gradient = new(points, 2);
        for (int i = 0; i < 2 * points; i++)
        {
            positions.Axis(i % 2)[i / 2] = (float)(Deviation * random.NextNormal());
        }

        maps = [positions, new(points, 2)];
        positions.All.CopyTo(maps[1].All);
        maps[1].Axis(0)[0] += 1;
        double[]? parameters = kernel.EndsWith("_i", StringComparison.Ordinal) ? [.. Enumerable.Range(0, points).Select(_ => Math.Exp(0.5 * random.NextNormal()))] : null;
        GradientInputs inputs = new()
        {
            Affinities = RandomGraph(random, points, normalization),
            Parameters = kernel.StartsWith("Gaussian", StringComparison.Ordinal) ? new() { Precision = parameters } : new() { Theta = parameters },
            Scales = kernel.EndsWith("scales", StringComparison.Ordinal) ? ScalePrecisions : [],
        };
        Engine = ExactGradient.Create(Kernels[kernel](Costs[cost], normalization), inputs, 2, threads);
    }

    private interface IKernelUser
    {
        Objective With<TKernel>(TKernel kernel, Normalization normalization)
            where TKernel : struct, IKernel;
    }

    public static IEnumerable<string> CostNames => Costs.Keys;

    private IGradientEngine Engine { get; }

    private Coordinates Gradient { get; }

    /// <summary>One gradient, each time of another of two maps, so that nothing of the last one serves again.</summary>
    public void Evaluate() => Engine.Gradient(maps[turn++ % 2], 1, Gradient);

    /// <summary>Random partners of equal weight, in both directions.</summary>
    private static Affinities RandomGraph(SeededRandom random, int points, Normalization normalization)
    {
        SortedSet<int>[] rows = [.. Enumerable.Range(0, points).Select(_ => new SortedSet<int>())];
        for (int k = 0; k < Partners * points; k++)
        {
            int i = k % points;
            int j = (i + 1 + random.NextInt(points - 1)) % points;
            rows[i].Add(j);
            rows[j].Add(i);
        }

        bool isByRow = normalization == Normalization.PointWise;
        long entries = rows.Sum(row => (long)row.Count);
        long[] offsets = new long[points + 1];
        for (int i = 0; i < points; i++)
        {
            offsets[i + 1] = offsets[i] + rows[i].Count;
        }

        return new(
            isByRow ? AffinityForm.Row : AffinityForm.Joint,
            SparseRows.Single(
                offsets,
                [.. rows.SelectMany(row => row)],
                [.. rows.SelectMany(row => Enumerable.Repeat(1f / (isByRow ? row.Count : entries), row.Count))]));
    }

    private sealed class KernelUser<TDivergence>(TDivergence divergence) : IKernelUser
        where TDivergence : struct, IDivergence
    {
        public Objective With<TKernel>(TKernel kernel, Normalization normalization)
            where TKernel : struct, IKernel => Objective.Create(divergence, kernel, normalization);
    }
}
