using System.Diagnostics;
using System.Globalization;

namespace Vicinity.Bench;

/// <summary>
/// What schedules make of one P: <c>schedule FILE [--labels FILE] [--pca D] [--limit N] [--perplexity U] SCHEDULE...</c>. A schedule is phases with
/// semicolons between; a phase is <c>iterations [aEXAGGERATION] [rRATE] [mMOMENTUM] [kNEIGHBORS] [tTOLERANCE]</c>, the rate as a multiple of the automatic one;
/// or "default", or "opentsne", its 250 and 500 iterations. Above 100,000 points the exact loss is that of a mesh of 0.1 %.
/// </summary>
internal static class ScheduleStudy
{
    private const int Kept = 10;
    private const int MostExact = 100_000;
    private const string OpenTsne = "250 a12;500";

    /// <summary>The command; returns the exit code.</summary>
    public static int Run(string[] args)
    {
        string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;
        string[] schedules = [.. args.Skip(1).Where((word, at) => !word.StartsWith("--", StringComparison.Ordinal) && !args[at].StartsWith("--", StringComparison.Ordinal))];
        int limit = int.Parse(Option("--limit") ?? "0", CultureInfo.InvariantCulture);
        Matrix data = Matrix.Read(args[0]);
        string[]? labels = Option("--labels") is { } file ? ReadLabels(file) : null;
        if (limit > 0 && limit < data.Rows)
        {
            Matrix all = data;
            data = Matrix.Create(limit, all.Columns, (i, row) => all.Row(i).CopyTo(row));
        }

        int components = int.Parse(Option("--pca") ?? "0", CultureInfo.InvariantCulture);
        data = components > 0 ? PrincipalComponents.Build(data, components, 2).Reduce(data, 2) : data;
        double perplexity = double.Parse(Option("--perplexity") ?? "30", CultureInfo.InvariantCulture);
        NeighborGraph graph = NeighborGraph.Build(data, (int)(3 * perplexity));
        Affinities affinities = Affinities.FromPerplexity(graph, perplexity);
        Matrix start = Start.Pca.Build(new(data.Rows, 2, 0, 2) { Data = data });
        Console.WriteLine($"n {data.Rows}, d {data.Columns}, neighbours {graph.Recall:F3}");
        Console.WriteLine("seconds     KL  exact KL  kept  label   span  schedule");
        foreach (string text in schedules)
        {
            Report(text, affinities, start, graph, labels);
        }

        return 0;
    }

    private static void Report(string text, Affinities affinities, Matrix start, NeighborGraph graph, string[]? labels)
    {
        Stopwatch clock = Stopwatch.StartNew();
        EmbeddingRun run = new(affinities, start, Objective.TSne);
        foreach (Phase phase in Phases(text, affinities.Count))
        {
            if (run.Advance(phase).Iterations < phase.Iterations)
            {
                break;
            }
        }

        double seconds = clock.Elapsed.TotalSeconds;
        (Matrix map, int iterations) = (run.Snapshot(), run.Iteration);
        double loss = run.Loss;
        run = null!;    // makes room for the table of pairs of the next
        double exact = new EmbeddingRun(affinities, map, Objective.TSne, gradient: map.Rows <= MostExact ? GradientMethod.Exact : new ParticleMesh(0.001)).Loss;
        NeighborGraph near = NeighborGraph.Build(map, Kept);
        Console.WriteLine(
            $"{seconds,7:F2} {loss,6:F4} {exact,9:F4} {KeptShare(graph, near),5:F4} {Agreement(near, labels),6:F4} {Span(map),6:F0}  {text} -> {iterations}{(near.Recall < 1 ? $" (neighbors in the map: {near.Recall:P1} of them)" : "")}");
    }

    private static IEnumerable<Phase> Phases(string text, int count) => text switch
    {
        "default" => Schedule.For(Objective.TSne, count),
        "opentsne" => Phases(OpenTsne, count),
        _ => text.Split(';').Select(part => Parse(part, count)),
    };

    private static Phase Parse(string text, int count)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double Value(char letter, double usual) => Array.Find(words, word => word[0] == letter) is { } found ? double.Parse(found[1..], CultureInfo.InvariantCulture) : usual;
        double exaggeration = Value('a', 1);
        return new(int.Parse(words[0], CultureInfo.InvariantCulture))
        {
            Exaggeration = exaggeration,
            LearningRate = Value('r', 1) * count / (4 * exaggeration),
            Momentum = Value('m', 0.8),
            Neighbors = (int)Value('k', 0),
            Tolerance = Value('t', 0),
        };
    }

    /// <summary>The share of the nearest of the data that are among as many nearest of the map.</summary>
    private static double KeptShare(NeighborGraph graph, NeighborGraph near)
    {
        double kept = 0;
        for (int i = 0; i < near.Count; i++)
        {
            foreach (int j in graph.Neighbors(i)[..near.NeighborsPerPoint])
            {
                kept += near.Neighbors(i).Contains(j) ? 1 : 0;
            }
        }

        return kept / ((double)near.Count * near.NeighborsPerPoint);
    }

    /// <summary>How often the most frequent label of the nearest is the point's own.</summary>
    private static double Agreement(NeighborGraph near, string[]? labels) => labels is null ? double.NaN : Enumerable.Range(0, near.Count).Count(i =>
        near.Neighbors(i).ToArray().GroupBy(j => labels[j], StringComparer.Ordinal).MaxBy(group => group.Count())!.Key == labels[i]) / (double)near.Count;

    private static double Span(Matrix map) => Enumerable.Range(0, map.Columns).Max(d =>
        Enumerable.Range(0, map.Rows).Max(i => map.Row(i)[d]) - Enumerable.Range(0, map.Rows).Min(i => map.Row(i)[d]));

    private static string[] ReadLabels(string file) => file.EndsWith("ubyte", StringComparison.Ordinal)
        ? [.. File.ReadAllBytes(file)[8..].Select(label => $"{label}")]
        : File.ReadAllLines(file);
}
