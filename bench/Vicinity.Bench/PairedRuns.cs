using System.Globalization;

namespace Vicinity.Bench;

/// <summary>
/// Runs that differ in nothing but how far pairs are summed: <c>paired FILE [--limit N]</c>. From each of some random starts the default schedule is run
/// with exact gradients and with the mesh at two accuracies; losses are exact, their mean over the starts and their standard deviation.
/// </summary>
internal static class PairedRuns
{
    private const int Starts = 6;
    private const int Every = 25;

    private static readonly (string Name, GradientMethod Method)[] Methods =
        [("exact", GradientMethod.Exact), ("mesh 2 %", new ParticleMesh(0.02)), ("mesh 0.5 %", new ParticleMesh(0.005))];

    /// <summary>The command; returns the exit code.</summary>
    public static int Run(string[] words)
    {
        StudyData data = StudyData.Read(words);
        Phase[] phases = [.. Schedule.For(Objective.TSne, data.Rows.Rows)];
        double[][][] curves = [.. Methods.Select(item => Enumerable.Range(0, Starts).Select(seed => Curve(data, phases, item.Method, seed)).ToArray())];
        Console.WriteLine($"n {data.Rows.Rows}, {Starts} starts: mean exact loss (standard deviation); mean of the difference from exact, start by start (its standard error)");
        Console.WriteLine($"| iteration | {string.Join(" | ", Methods.Select(item => item.Name))} | {string.Join(" | ", Methods[1..].Select(item => $"{item.Name} - exact"))} |");
        Console.WriteLine($"|--:|{string.Concat(Enumerable.Repeat("--:|", (2 * Methods.Length) - 1))}");
        for (int k = 0; k < curves[0][0].Length; k++)
        {
            IEnumerable<string> means = curves.Select(curve => Cell(curve.Select(values => values[k]), 1));
            IEnumerable<string> differences = curves[1..].Select(curve => Cell(curve.Zip(curves[0], (values, exact) => values[k] - exact[k]), Math.Sqrt(Starts)));
            Console.WriteLine($"| {Every * (k + 1)} | {string.Join(" | ", means)} | {string.Join(" | ", differences)} |");
        }

        return 0;
    }

    private static double[] Curve(StudyData data, Phase[] phases, GradientMethod method, int seed)
    {
        Matrix start = Start.Random.Build(new(data.Rows.Rows, 2, seed, Environment.ProcessorCount) { Data = data.Rows });
        EmbeddingRun run = new(data.Affinities, start, Objective.TSne, gradient: method);
        EmbeddingRun judge = new(data.Affinities, start, Objective.TSne, gradient: GradientMethod.Exact);
        List<double> losses = [];
        foreach (Phase phase in phases)
        {
            for (int left = phase.Iterations; left > 0;)
            {
                int step = Math.Min(left, Every - (run.Iteration % Every));
                run.Advance(phase with { Iterations = step, Tolerance = 0 });
                left -= step;
                if (run.Iteration % Every == 0)
                {
                    losses.Add(judge.LossAt(run.Snapshot()));
                }
            }
        }

        return [.. losses];
    }

    /// <summary>Mean and deviation, the latter divided by a number.</summary>
    private static string Cell(IEnumerable<double> values, double divisor)
    {
        double[] all = [.. values];
        double mean = all.Average();
        double deviation = Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1));
        return string.Create(CultureInfo.InvariantCulture, $"{mean:F4} ({deviation / divisor:F4})");
    }
}
