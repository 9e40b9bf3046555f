using BenchmarkDotNet.Attributes;

namespace Vicinity.Bench;

/// <summary>One exact gradient of members of the family, in two dimensions, on some 75 affinities per point.</summary>
[MemoryDiagnoser]
public class GradientBenchmarks
{
    private static readonly Dictionary<string, Objective> Objectives = new(StringComparer.Ordinal)
    {
        ["KL t"] = Objective.TSne,
        ["KL Gaussian"] = Objective.Ssne,
        ["KL t row"] = Objective.TAsne,
        ["KL Gaussian row"] = Objective.Asne,
        ["KL user's t"] = Objective.Create(new KullbackLeibler(), default(OwnStudentT), Normalization.PairWise),
        ["KL heavy(0.5)"] = Objective.Create(new KullbackLeibler(), new HeavyTailed(0.5), Normalization.PairWise),
        ["KL heavy(0.7)"] = Objective.Create(new KullbackLeibler(), new HeavyTailed(0.7), Normalization.PairWise),
        ["KL UMAP"] = Objective.Create(new KullbackLeibler(), new UmapKernel(1.577, 0.895), Normalization.PairWise),
        ["KL nu row, per point"] = Objective.Create(new KullbackLeibler(), default(InhomogeneousTPerPoint), Normalization.PointWise),
        ["reverse t"] = Objective.Create(new ReverseKullbackLeibler(), new StudentT(), Normalization.PairWise),
        ["NeRV Gaussian row"] = Objective.Create(new Nerv(0.9), new Gaussian(1), Normalization.PointWise),
        ["JS Gaussian row"] = Objective.Create(new JensenShannon(0.5), new Gaussian(1), Normalization.PointWise),
        ["chi2 t"] = Objective.Create(new ChiSquare(), new StudentT(), Normalization.PairWise),
        ["Hellinger t"] = Objective.Create(new Hellinger(), new StudentT(), Normalization.PairWise),
        ["AB t"] = Objective.Create(new AlphaBeta(1.1, -0.2), new StudentT(), Normalization.PairWise),
        ["square t"] = Objective.Create(new SquareLoss(), new StudentT(), Normalization.PairWise),
        ["cross-entropy t"] = Objective.Create(new CrossEntropy(), new StudentT(), Normalization.PairWise),
        ["LargeVis"] = Objective.Create(new LargeVis(1, 0.1), new StudentT(), Normalization.None),
        ["UMAP"] = Objective.Create(new FuzzyCrossEntropy(0), new UmapKernel(1.577, 0.895, 0.1), Normalization.None),
    };

    private IGradientEngine engine = null!;
    private Coordinates positions = null!;
    private Coordinates gradient = null!;

    /// <summary>Names of the members that are measured.</summary>
    public static IEnumerable<string> Methods => Objectives.Keys;

    [ParamsSource(nameof(Methods))]
    public string Method { get; set; } = "";

    [Params(2_000, 10_000)]
    public int Points { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        SeededRandom random = new(1);
        positions = new(Points, 2);
        gradient = new(Points, 2);
        for (int i = 0; i < 2 * Points; i++)
        {
            positions.Axis(i % 2)[i / 2] = (float)(5 * random.NextNormal());
        }

        Objective objective = Objectives[Method];
        engine = ExactGradient.Create(objective, RandomGraph(random, objective.Normalization), 2, Threads);
    }

    [Benchmark]
    public void Gradient() => engine.Gradient(positions, 1, gradient);

    [Benchmark]
    public double Loss() => engine.Loss(positions);

    /// <summary>38 random partners per point, in both directions, of equal weight.</summary>
    private Affinities RandomGraph(SeededRandom random, Normalization normalization)
    {
        SortedSet<int>[] rows = [.. Enumerable.Range(0, Points).Select(_ => new SortedSet<int>())];
        for (int k = 0; k < 38 * Points; k++)
        {
            int i = k % Points;
            int j = (i + 1 + random.NextInt(Points - 1)) % Points;
            rows[i].Add(j);
            rows[j].Add(i);
        }

        bool pairWise = normalization != Normalization.PointWise;
        long entries = rows.Sum(row => (long)row.Count);
        long[] offsets = new long[Points + 1];
        for (int i = 0; i < Points; i++)
        {
            offsets[i + 1] = offsets[i] + rows[i].Count;
        }

        return new(
            pairWise ? AffinityForm.Joint : AffinityForm.Row,
            SparseRows.Single(offsets,
            [.. rows.SelectMany(row => row)],
            [.. rows.SelectMany(row => Enumerable.Repeat(1f / (pairWise ? entries : row.Count), row.Count))]));
    }
}
