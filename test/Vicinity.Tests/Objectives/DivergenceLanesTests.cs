using Xunit;

namespace Vicinity.Tests;

/// <summary>The lane forms of every divergence against its double forms, over the whole range of p and q.</summary>
public sealed class DivergenceLanesTests
{
    private const double Unit = 3e-7;

    private static readonly (string Name, IDivergence Divergence)[] Divergences =
    [
        .. AcceptanceGrid.Costs.Select(cost => (cost.Name, (IDivergence)cost.Cost)),
        ("NeRV(0)", new Nerv(0)), ("NeRV(1)", new Nerv(1)), ("JS(0)", new JensenShannon(0)), ("JS(1)", new JensenShannon(1)),
        ("JS(1e-26)", new JensenShannon(1e-26)), ("JS(1e-24)", new JensenShannon(1e-24)), ("JS(1e-13)", new JensenShannon(1e-13)), ("JS(1e-9)", new JensenShannon(1e-9)), ("JS(1e-4)", new JensenShannon(1e-4)),
        ("JS(0.5)", new JensenShannon(0.5)), ("JS(0.7)", new JensenShannon(0.7)), ("JS(1 - 1e-4)", new JensenShannon(1 - 1e-4)),
        ("AB(1, 0)", new AlphaBeta(1, 0)), ("AB(0, 1)", new AlphaBeta(0, 1)), ("AB(1.4, -0.3)", new AlphaBeta(1.4, -0.3)), ("AB(-0.5, 0.2)", new AlphaBeta(-0.5, 0.2)),
        ("I-KL", new GeneralizedKullbackLeibler(1)), ("t-EE", new GeneralizedKullbackLeibler(0.01)), ("I-reverse", new GeneralizedReverseKullbackLeibler()),
        ("I-NeRV", new GeneralizedNerv(0.4)), ("UMAP", new FuzzyCrossEntropy(0)), ("t-UMAP", new FuzzyCrossEntropy(0.1)), ("LargeVis", new LargeVis(1, 0)),
        ("LargeVis, softened", new LargeVis(2, 0.1)), ("LargeVis at 1", new LargeVis(2, 1)), ("attraction", new WeightedAttraction()),
        ("repulsion", new WeightedRepulsion()), ("MDS", new MetricStress()), ("SSTRESS", new SquaredStress()), ("Sammon", new SammonStress()), ("near", new NearStress()),
    ];

    [Fact]
    public void Lanes_agree_with_double_within_what_rounding_the_input_does()
    {
        List<string> wrong = [];
        int seen = 0;
        foreach ((string name, IDivergence divergence) in Divergences)
        {
            foreach (float p in Values().Prepend(0f))
            {
                foreach (float q in Values())
                {
                    float lnQ = (float)Math.Log(q);
                    Compare(name + " term", divergence.Term, Parts(divergence, p, q, lnQ), First(divergence.Term(All(p), All(q), All(lnQ))), p, q, lnQ);
                    Compare(name + " pull", divergence.Pull, 0, First(divergence.Pull(All(p), All(q), All(lnQ))), p, q, lnQ);
                    seen += 2;
                }
            }
        }

        Findings.AreNone(wrong.Take(40), seen, 80_000);

        void Compare(string name, Func<double, double, double, double> exact, double parts, float lanes, float p, float q, float lnQ)
        {
            double expected = exact(p, q, lnQ);
            double tolerance = (2e-6 * Math.Abs(expected)) + (3 * Blur(exact, p, q, lnQ)) + (1e-6 * parts) + 1e-30;
            if (Math.Abs(expected) < 1e30 && !(Math.Abs(lanes - expected) <= tolerance))
            {
                wrong.Add($"{name} at p {p}, q {q}: {lanes} for {expected}, tolerance {tolerance:E1}");
            }
        }
    }

    /// <summary>Points at one place, q = 0 by underflow, p = 0 and p = 1: nothing but numbers, the divergences apart that grow without bound.</summary>
    [Fact]
    public void Ends_are_finite()
    {
        List<string> wrong = [];
        int seen = 0;
        foreach ((string name, IDivergence divergence) in Divergences)
        {
            bool isUnbounded = divergence is ChiSquare or AlphaBeta;
            foreach ((float p, float q, float lnQ) in new[] { (0f, 0f, -300f), (0f, 1f, 0f), (1f, 1f, 0f), (0.5f, 1f, 0f), (0.5f, 0f, -300f), (0f, 1e-38f, -87.5f) })
            {
                double[] values =
                [
                    divergence.Term(p, q, lnQ), divergence.Pull(p, q, lnQ),
                    First(divergence.Term(All(p), All(q), All(lnQ))), First(divergence.Pull(All(p), All(q), All(lnQ))),
                ];
                seen++;
                if (!(isUnbounded && q < 1e-30f) && !values.All(double.IsFinite))
                {
                    wrong.Add($"{name} at p {p}, q {q}: {string.Join(", ", values)}");
                }
            }
        }

        Findings.AreNone(wrong, seen, 200);
    }

    private static IEnumerable<float> Values() => Enumerable.Range(0, 41).Select(k => (float)Math.Pow(10, -12 + (0.3 * k))).Append(0.999f).Append(0.97f);

    /// <summary>The size of what a term is the difference of: near p = q it falls with the square of p - q, rounding does not.</summary>
    private static double Parts(IDivergence divergence, double p, double q, double lnQ) =>
        (1 + Math.Abs(lnQ)) * (Math.Abs(divergence.Pull(2 * p, q, lnQ)) + Math.Abs(divergence.Pull(p / 2, q, lnQ)));

    /// <summary>How much the value moves if p and q are rounded, each as often as the magnitude of its logarithm says.</summary>
    private static double Blur(Func<double, double, double, double> exact, double p, double q, double lnQ)
    {
        double step = Unit * (1 + Math.Abs(lnQ) + (p > 0 ? Math.Abs(Math.Log(p)) : 36));
        double center = exact(p, q, lnQ);
        return new[]
        {
            exact(p * (1 + step), q, lnQ), exact(p * (1 - step), q, lnQ), exact(p, q, lnQ - step), exact(p, q * (1 - step), lnQ),
            exact(p, q * (1 - step), lnQ - step),
        }.Max(value => Math.Abs(value - center));
    }

    private static Lanes All(float value) => Lanes.Broadcast(value);

    private static float First(Lanes lanes)
    {
        Span<float> values = stackalloc float[Lanes.Count];
        lanes.Store(values);
        return values[0];
    }
}
