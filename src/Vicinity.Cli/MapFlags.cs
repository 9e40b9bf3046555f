using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>The options that say which map is asked for; together with the schedule they are the library's options.</summary>
internal sealed class MapFlags
{
    private readonly ScheduleFlags schedule = new();

    private readonly Option<Perplexity?> perplexity = Flag.Of<Perplexity>(
        "--perplexity", "U", "Effective number of neighbours of a point [30, at most (n - 1) / 3]",
        "a number above 1", text => Flag.Real(text) is > 1 and { } value ? (Perplexity)value : null);

    private readonly Option<NeighborCount?> neighbors = Flag.Of<NeighborCount>(
        "--k", "N|all", "Neighbours per point that attract it [3 x perplexity]",
        "all or a whole number of at least 1", text => text == "all" ? NeighborCount.All : Flag.Whole(text, 1) is { } value ? (NeighborCount)value : null);

    private readonly Option<PcaComponents?> pca = Flag.Of<PcaComponents>(
        "--pca", "auto|N|0", "Principal components to reduce the data to first [auto: 0, the columns as they are]",
        "auto or a whole number of at least 0", text => text == "auto" ? PcaComponents.None : Flag.Whole(text, 0) is { } value ? (PcaComponents)value : null);

    private readonly Option<string?> scale = Flag.Choice("--scale", "How the columns are scaled first [none]", "none");

    private readonly Option<int?> dimensions = Flag.Of<int>(
        "--dims", "1|2|3", "Coordinates of the map [2]",
        "1, 2 or 3", text => Flag.Whole(text, 1) is <= 3 and { } value ? value : null);

    private readonly Option<string?> start = Flag.Text(
        "--init", "pca|random|FILE", "Where the points begin; a file is a map as npy or as csv with x, y[, z] [pca]");

    private readonly Option<int?> seed = Flag.Of<int>(
        "--seed", "N", "Seed of every random choice [0]",
        "a whole number", text => Flag.Whole(text, int.MinValue));

    private readonly Option<int?> threads = Flag.Of<int>(
        "--threads", "N", "Cores to use; the map does not depend on it [all]",
        "a whole number of at least 1", text => Flag.Whole(text, 1));

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { perplexity, neighbors, pca, scale, start, dimensions, seed, threads })
        {
            command.Options.Add(option);
        }

        schedule.AddTo(command);
    }

    /// <summary>The options as given; a start from a file is still to be read.</summary>
    public EmbeddingOptions Read(ParseResult parsed)
    {
        EmbeddingOptions usual = new();
        return usual with
        {
            Perplexity = parsed.GetValue(perplexity) ?? usual.Perplexity,
            Neighbors = parsed.GetValue(neighbors) ?? usual.Neighbors,
            PcaComponents = parsed.GetValue(pca) ?? usual.PcaComponents,
            Dimensions = parsed.GetValue(dimensions) ?? usual.Dimensions,
            Start = parsed.GetValue(start) == "random" ? Start.Random : usual.Start,
            Schedule = schedule.Read(parsed),
            Seed = parsed.GetValue(seed) ?? usual.Seed,
            Threads = parsed.GetValue(threads) ?? usual.Threads,
        };
    }

    /// <summary>The file that holds the start; null if it is computed.</summary>
    public string? StartFile(ParseResult parsed) => parsed.GetValue(start) is { } text and not ("pca" or "random") ? text : null;
}
