using System.CommandLine;
using System.CommandLine.Parsing;

namespace Vicinity.Cli;

/// <summary>The map, and the options that say what is measured of it.</summary>
internal sealed class QualityFlags
{
    private readonly Argument<string> map = new("MAP")
    {
        Description = "The map: npy, or csv with x[, y, z]; its column id, if there is one, says which rows of DATA these are",
        Arity = ArgumentArity.ExactlyOne,
    };

    private readonly MethodFlags method = new();

    private readonly Option<int?> neighbors = Flag.Of<int>(
        "--k", "N", $"Neighbors compared [{new QualityOptions().Neighbors}]", "a whole number of at least 1", text => Flag.Whole(text, 1));

    private readonly Option<Perplexity?> perplexity = Flag.Of<Perplexity>(
        "--perplexity", PerplexityText.Shape, "Measure the loss too, at this perplexity [30 if only a method is named]", PerplexityText.Takes, PerplexityText.Read);

    private readonly Option<InputScaling?> scale = Flag.Named("--scale", "How the columns of DATA are scaled first: as in the fit [none]", MapFlags.Scalings);

    private readonly Option<string?> metric = MapFlags.MetricOption();

    private readonly Option<string?> output = Flag.Text("-o", "FILE.csv", "Write the measures of each point: id, kept, trustworthiness and so on");

    private readonly Option<int?> points = Flag.Of<int>(
        "--points", "N|all", $"Points compared with all others, at random if there are more [{new QualityOptions().MostPoints}]",
        "all or a whole number of at least 2", text => text == "all" ? int.MaxValue : Flag.Whole(text, 2));

    private readonly Option<int?> seed = Flag.Of<int>("--seed", "N", "Seed of every random choice [0]", "a whole number", text => Flag.Whole(text, int.MinValue));

    private readonly Option<int?> threads = Flag.Of<int>(
        "--threads", "N", "Cores to use; the numbers do not depend on it [all]", "a whole number of at least 1", text => Flag.Whole(text, 1));

    public void AddTo(Command command)
    {
        map.Validators.Add(result => Flag.RefuseFlags(result, "MAP"));
        neighbors.Aliases.Add("-k");
        output.Aliases.Add("--output");
        output.Validators.Add(RefuseOthers);
        command.Arguments.Add(map);
        foreach (Option option in (Option[])[neighbors, metric, scale, points, perplexity, seed, threads, output])
        {
            command.Options.Add(option);
        }

        method.AddTo(command);
    }

    public string? Output(ParseResult parsed) => parsed.GetValue(output);

    /// <exception cref="ArgumentException">A number of the method is out of its range.</exception>
    public QualityRequest Read(ParseResult parsed)
    {
        bool wantsLoss = parsed.GetValue(perplexity) is not null || method.IsGiven(parsed);
        ChosenMethod? chosen = wantsLoss ? method.Read(parsed) : null;
        QualityOptions usual = new();
        QualityOptions options = usual with
        {
            Neighbors = parsed.GetValue(neighbors) ?? usual.Neighbors,
            Metric = Metric.Find(parsed.GetValue(metric) ?? usual.Metric.Name)!,
            Objective = chosen?.Objective,
            Perplexity = parsed.GetValue(perplexity) ?? usual.Perplexity,
            MostPoints = parsed.GetValue(points) ?? usual.MostPoints,
            Seed = parsed.GetValue(seed) ?? usual.Seed,
            Threads = parsed.GetValue(threads) ?? usual.Threads,
        };
        IReadOnlyList<FitWarning> warnings = chosen is null ? [] : [.. UnreadFlags.Warnings(parsed, chosen, method.Unread(parsed, chosen))];
        return new(parsed.GetValue(map)!, options, parsed.GetValue(scale) ?? InputScaling.None, Flag.IsGiven(parsed, neighbors), warnings);
    }

    private static void RefuseOthers(OptionResult result)
    {
        if (result.Tokens.FirstOrDefault(token => !Path.GetExtension(token.Value).Equals(".csv", StringComparison.OrdinalIgnoreCase)) is { } odd)
        {
            result.AddError($"-o takes a file that ends in .csv, not '{odd.Value}'.");
        }
    }
}
