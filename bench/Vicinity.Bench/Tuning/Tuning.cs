using System.Diagnostics;

namespace Vicinity.Bench;

/// <summary>Measures the defaults of the named methods against a grid of other settings; a results file that exists is gone on with.</summary>
internal static class Tuning
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(300);

    /// <summary>Runs what the results file does not have yet, then prints the table.</summary>
    /// <param name="file">The results, one line per fit.</param>
    /// <param name="sets">Names of data sets, separated by commas; "all".</param>
    /// <param name="methods">Names of methods, separated by commas; "all"; "none" only prints.</param>
    /// <param name="variants">Variants to run; none for the grid.</param>
    public static void Run(string file, string sets, string methods, IReadOnlyList<string> variants)
    {
        Dictionary<(string, string, string), TuningResult> known = Read(file);
        Method[] chosen = [.. MethodCatalog.All.Where(method => methods == "all" || methods.Split(',').Contains(method.Name))];
        foreach ((string name, Func<Matrix> load) in TuningSets.All.Where(set => chosen.Length > 0 && (sets == "all" || sets.Split(',').Contains(set.Key))))
        {
            Matrix data = load();
            NeighborhoodScore score = new(data);
            foreach ((Method method, TuningVariant variant) in chosen.SelectMany(method => Variants(method, variants).Select(variant => (method, variant))))
            {
                if (!known.ContainsKey((name, method.Name, variant.Text)))
                {
                    TuningResult result = Measure(name, data, score, method, variant);
                    known.Add((name, method.Name, variant.Text), result);
                    File.AppendAllText(file, $"{result}\n");
                    Console.Error.WriteLine(result);
                }
            }
        }

        TuningTable.Write(Console.Out, known.Values);
    }

    private static Dictionary<(string Set, string Method, string Variant), TuningResult> Read(string file) =>
        (File.Exists(file) ? File.ReadLines(file) : []).Select(TuningResult.Parse).ToDictionary(result => (result.Set, result.Method, result.Variant));

    private static IEnumerable<TuningVariant> Variants(Method method, IReadOnlyList<string> texts) =>
        texts.Count > 0 ? texts.Select(text => new TuningVariant(text))
        : !method.IsOptimized ? [new("default")]
        : method.Create().Input.IsOfDistances() ? TuningVariant.OfDistances
        : TuningVariant.OfAffinities;

    /// <summary>One fit on one core; no scores if it left the range of numbers or the time.</summary>
    private static TuningResult Measure(string set, Matrix data, NeighborhoodScore score, Method method, TuningVariant variant)
    {
        using CancellationTokenSource limit = new(Longest);
        Stopwatch watch = Stopwatch.StartNew();
        try
        {
            EmbeddingOptions options = new() { Objective = method.Create(), Threads = 1, Schedule = method.IsOptimized ? Schedule.Auto : [] };
            EmbeddingModel model = NeighborEmbedding.Fit(data, variant.Apply(options, data), cancellationToken: limit.Token);
            (double kept, double area) = score.Of(model.Map);
            return new(set, method.Name, variant.Text, kept, area, model.Loss, model.Iterations, watch.Elapsed.TotalSeconds);
        }
        catch (Exception failure) when (failure is InvalidOperationException or OperationCanceledException)
        {
            return new(set, method.Name, variant.Text, 0, 0, double.NaN, 0, watch.Elapsed.TotalSeconds);
        }
    }
}
