using BenchmarkDotNet.Attributes;

namespace Vicinity.Bench;

/// <summary>One exact gradient of each named member, in two dimensions, on some 75 affinities per point.</summary>
[MemoryDiagnoser]
public class GradientBenchmarks
{
    private readonly Dictionary<string, Objective> objectives =
        new[] { Objective.TSne, Objective.Ssne, Objective.TAsne, Objective.Asne }.ToDictionary(objective => objective.Name, StringComparer.Ordinal);

    private IGradientEngine engine = null!;
    private Coordinates positions = null!;
    private Coordinates gradient = null!;

    [Params("t-SNE", "SSNE", "t-ASNE", "ASNE")]
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

        Objective objective = objectives[Method];
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

        bool pairWise = normalization == Normalization.PairWise;
        long entries = rows.Sum(row => (long)row.Count);
        long[] offsets = new long[Points + 1];
        for (int i = 0; i < Points; i++)
        {
            offsets[i + 1] = offsets[i] + rows[i].Count;
        }

        return new(
            pairWise ? AffinityForm.Joint : AffinityForm.Row,
            offsets,
            [.. rows.SelectMany(row => row)],
            [.. rows.SelectMany(row => Enumerable.Repeat(1f / (pairWise ? entries : row.Count), row.Count))]);
    }
}
