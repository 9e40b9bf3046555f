using System.Globalization;

namespace Vicinity.Bench;

/// <summary>
/// Errors of the particle mesh along runs with the default schedule: <c>forces FILE [--limit N]</c>. Every cell is the relative RMS error of the repulsive
/// forces against the exact engine at all points, and the error of ln Z. Exact sums take minutes for 70,000 points, seconds for 5,000.
/// </summary>
internal static class ForceTable
{
    private const int After = 50;

    /// <summary>The factor on the usual start is 1 but for the kernel that is flat at 0: there nothing would move. The last two have a cusp at 0.</summary>
    private static readonly (string Name, Objective Objective, float Factor)[] Objectives =
    [
        ("Student t", Objective.TSne, 1), ("t, dof 0.5", Objective.KobakTSne(0.5), 1), ("t, dof 2", Objective.KobakTSne(2), 1), ("Gaussian", Objective.Ssne, 1),
        ("own 1 / (1 + f^2)", Objective.Create(new KullbackLeibler(), new ScalarKernel<FlatTop>(default), Normalization.PairWise), 1e4f),
        ("UMAP, KL", Objective.Create(new KullbackLeibler(), new UmapKernel(1.577, 0.895), Normalization.PairWise), 1),
        ("exp(-d)", Objective.Create(new KullbackLeibler(), new PlainDistance<Gaussian>(new(1)), Normalization.PairWise), 1),
    ];

    /// <summary>The command; returns the exit code.</summary>
    public static int Run(string[] words)
    {
        StudyData data = StudyData.Read(words);
        Console.WriteLine($"n {data.Rows.Rows}: RMS error of force, error of ln Z (span of the map)");
        Console.WriteLine($"| kernel | asked | start | exaggeration ends | {After} later | end |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach ((string name, Objective objective, float factor) in Objectives)
        {
            foreach (double accuracy in (double[])[0.02, 0.005])
            {
                Console.WriteLine($"| {name} | {accuracy:P1} | {string.Join(" | ", Cells(data, objective, factor, accuracy))} |");
            }
        }

        return 0;
    }

    private static IEnumerable<string> Cells(StudyData data, Objective objective, float factor, double accuracy)
    {
        Phase[] phases = [.. Schedule.For(objective, data.Rows.Rows)];
        int early = phases.TakeWhile(phase => phase.Exaggeration > 1).Sum(phase => phase.Iterations);
        int all = phases.Sum(phase => phase.Iterations);
        Matrix usual = data.Start(2);
        Matrix start = Matrix.Create(usual.Rows, 2, (i, row) => (row[0], row[1]) = (factor * usual.Row(i)[0], factor * usual.Row(i)[1]));
        EmbeddingRun run = new(data.Affinities, start, objective, gradient: new ParticleMesh(accuracy));
        foreach (int moment in (int[])[0, early, early + After, all])
        {
            int begin = 0;
            foreach (Phase phase in phases)
            {
                int iterations = Math.Min(moment, begin + phase.Iterations) - Math.Max(begin, run.Iteration);
                run.Advance(phase with { Iterations = Math.Max(0, iterations), Tolerance = 0 });
                begin += phase.Iterations;
            }

            yield return Cell(data.Affinities, objective, accuracy, Coordinates.From(run.Snapshot()));
        }
    }

    private static string Cell(Affinities affinities, Objective objective, double accuracy, Coordinates positions)
    {
        GradientInputs inputs = new() { Affinities = affinities };
        IGradientEngine mesh = new ParticleMesh(accuracy).Create(objective, inputs, 2, Environment.ProcessorCount);
        IGradientEngine exact = GradientMethod.Exact.Create(objective, inputs, 2, Environment.ProcessorCount);
        (Coordinates expected, Coordinates twice, Coordinates actual) = (Of(exact, positions, 1), Of(exact, positions, 2), Of(mesh, positions, 1));
        (double error, double size) = (0, 0);
        for (int i = 0; i < actual.All.Length; i++)
        {
            // g(2) has the attraction twice, so 2 g(1) - g(2) is the repulsion.
            error += Math.Pow((double)actual.All[i] - expected.All[i], 2);
            size += Math.Pow((2.0 * expected.All[i]) - twice.All[i], 2);
        }

        double logarithms = Math.Abs(mesh.Loss(positions) - exact.Loss(positions));
        double span = Enumerable.Range(0, 2).Max(d => (double)positions.Axis(d)[..positions.Count].ToArray().Max() - positions.Axis(d)[..positions.Count].ToArray().Min());
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Sqrt(error / size):P3}, {logarithms:E0} ({span:G3})");
    }

    private static Coordinates Of(IGradientEngine engine, Coordinates positions, double exaggeration)
    {
        Coordinates gradient = new(positions.Count, positions.Dimensions);
        engine.Gradient(positions, exaggeration, gradient);
        return gradient;
    }
}
