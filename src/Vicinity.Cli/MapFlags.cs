using System.CommandLine;

namespace Vicinity.Cli;

/// <summary>The options that say which map is asked for; together with the schedule they are the library's options.</summary>
internal sealed class MapFlags
{
    /// <summary>The scalings by name.</summary>
    internal static readonly (string Word, InputScaling Value)[] Scalings =
    [
        ("none", InputScaling.None), ("standard", InputScaling.Standard), ("range", InputScaling.Range), ("matrix", InputScaling.Matrix),
        ("absmax", InputScaling.AbsoluteMaximum), ("pca-whiten", InputScaling.PcaWhiten), ("zca", InputScaling.Zca),
    ];

    private readonly MethodFlags method = new();
    private readonly GradientFlags gradient = new();
    private readonly ScheduleFlags schedule = new();

    private readonly Option<Perplexity?> perplexity = Flag.Of<Perplexity>(
        "--perplexity", PerplexityText.Shape, "Effective number of neighbours of a point; several are averaged [30, at most (n - 1) / 3; multi for msjse]",
        PerplexityText.Takes, PerplexityText.Read);

    private readonly Option<NeighborCount?> neighbors = Flag.Of<NeighborCount>(
        "--k", "N|all", "Neighbours per point [3 x perplexity; 15 for umap and its kin, gmmds and knnmmds]",
        "all or a whole number of at least 1", text => text == "all" ? NeighborCount.All : Flag.Whole(text, 1) is { } value ? (NeighborCount)value : null);

    private readonly Option<PcaComponents?> pca = Flag.Of<PcaComponents>(
        "--pca", "auto|N|0", "Principal components to reduce the data to first [auto: 50 above 128 columns, else 0, the columns as they are]",
        "auto or a whole number of at least 0", text => text == "auto" ? PcaComponents.Auto : Flag.Whole(text, 0) is { } value ? (PcaComponents)value : null);

    private readonly Option<string?> neighborMethod = Flag.Choice(
        "--neighbors", "How neighbours are found; approximate means 98 % of them [auto: exact up to 150,000 rows]", "auto", "exact", "approximate");

    private readonly Option<string?> metric = MetricOption();

    private readonly Option<string?> like = Flag.Choice(
        "--like", "Take the defaults of another program: schedule, rates, start; options that are set here win", [.. PeerDefaults.Names]);

    private readonly Option<InputScaling?> scale = Flag.Named("--scale", "How the columns are scaled first; constant ones are dropped [none]", Scalings);

    private readonly Option<int?> dimensions = Flag.Of<int>(
        "--dims", "1|2|3", "Coordinates of the map [2]",
        "1, 2 or 3", text => Flag.Whole(text, 1) is <= 3 and { } value ? value : null);

    private readonly Option<string?> start = Flag.Text(
        "--init", $"{StartNames.Words}|FILE", "Where the points begin; a file is a map as npy or as csv with x, y[, z] [pca; pca-raw for methods of distances, mds for geodesic ones]");

    private readonly Option<int?> seed = Flag.Of<int>(
        "--seed", "N", "Seed of every random choice [0]",
        "a whole number", text => Flag.Whole(text, int.MinValue));

    private readonly Option<int?> threads = Flag.Of<int>(
        "--threads", "N", "Cores to use; the map does not depend on it [all]",
        "a whole number of at least 1", text => Flag.Whole(text, 1));

    private readonly Option<ParameterDescent?> learning = Flag.Named(
        "--learn-mode", "How a parameter of the kernel is learned: in turns with the map, or as one vector with it [alternating]",
        ("alternating", ParameterDescent.Alternating), ("joint", ParameterDescent.Joint));

    private IReadOnlyList<Option> All =>
        [like, perplexity, neighbors, metric, neighborMethod, pca, scale, start, dimensions, learning, seed, threads];

    internal static Option<string?> MetricOption() => Flag.Choice(
        "--metric", "How far apart two rows are; cosine and correlation compare directions [euclidean]", [.. Metric.All.Select(item => item.Name)]);

    public void AddTo(Command command)
    {
        method.AddTo(command);
        foreach (Option option in All)
        {
            command.Options.Add(option);
        }

        gradient.AddTo(command);
        schedule.AddTo(command);
    }

    /// <summary>The map that is asked for; a start from a file is still to be read.</summary>
    /// <exception cref="ArgumentException">Options that do not go together, or a number that the method refuses.</exception>
    public MapRequest Read(ParseResult parsed)
    {
        ChosenMethod chosen = method.Read(parsed);
        IEnumerable<Option> unread = [.. method.Unread(parsed, chosen), .. schedule.Unread(parsed, chosen), .. Unread(parsed, chosen)];
        return new(chosen.Name, Options(parsed, chosen), StartFile(parsed, chosen), [.. UnreadFlags.Warnings(parsed, chosen, unread), .. gradient.Warnings(parsed)])
        {
            Like = parsed.GetValue(like),
            Settings = schedule.Read(parsed, chosen),
        };
    }

    /// <summary>The cores that are asked for; null for all.</summary>
    public int? Threads(ParseResult parsed) => parsed.GetValue(threads);

    private EmbeddingOptions Options(ParseResult parsed, ChosenMethod chosen)
    {
        EmbeddingOptions usual = Usual(parsed);
        return usual with
        {
            Objective = chosen.Objective,
            Perplexity = parsed.GetValue(perplexity) ?? usual.Perplexity,
            Neighbors = parsed.GetValue(neighbors) ?? Neighbors(parsed, usual),
            Metric = Metric.Find(parsed.GetValue(metric) ?? usual.Metric.Name)!,
            Scaling = parsed.GetValue(scale) ?? usual.Scaling,
            NeighborMethod = Method(parsed.GetValue(neighborMethod)),
            PcaComponents = parsed.GetValue(pca) ?? usual.PcaComponents,
            Dimensions = parsed.GetValue(dimensions) ?? usual.Dimensions,
            Start = Made(parsed, chosen, usual),
            Optimizer = schedule.Descent(parsed),
            ParameterDescent = parsed.GetValue(learning) ?? usual.ParameterDescent,
            Gradient = gradient.Read(parsed),
            Schedule = Phases(schedule.Read(parsed, chosen), chosen, usual.Schedule),
            Seed = parsed.GetValue(seed) ?? usual.Seed,
            Threads = parsed.GetValue(threads) ?? usual.Threads,
        };
    }

    private static Schedule Phases(ScheduleSettings settings, ChosenMethod chosen, Schedule usual) =>
        !chosen.IsOptimized ? [] : usual.IsAuto ? Schedule.AutoWith(settings) : ScheduleFlags.Change(usual, settings);

    private IEnumerable<Option> Unread(ParseResult parsed, ChosenMethod chosen)
    {
        ObjectiveInput input = chosen.Objective.Input;
        bool readsPerplexity = input == ObjectiveInput.Affinities && chosen.Objective.InputKernel switch
        {
            InputKernel.SmoothNearest => false,
            InputKernel.Nearest => parsed.GetValue(neighbors) is null,
            _ => true,
        };
        bool readsNeighbors = input is ObjectiveInput.Affinities or ObjectiveInput.GeodesicDistances or ObjectiveInput.NeighborDistances;
        return
        [
            .. readsPerplexity ? (IEnumerable<Option>)[] : [perplexity],
            .. readsNeighbors ? (IEnumerable<Option>)[] : [neighbors],
            .. input == ObjectiveInput.Affinities ? (IEnumerable<Option>)[] : [neighborMethod],
            .. chosen.IsOptimized ? (IEnumerable<Option>)[] : [start],
            .. chosen.Objective.IsLearning ? (IEnumerable<Option>)[] : [learning],
        ];
    }

    private EmbeddingOptions Usual(ParseResult parsed) => parsed.GetValue(like) is { } name ? PeerDefaults.Find(name)! : new();

    /// <summary>One program has a neighbour more than 3 x its perplexity, also of a perplexity that is set here.</summary>
    private NeighborCount Neighbors(ParseResult parsed, EmbeddingOptions usual) =>
        usual.Neighbors.IsAuto || parsed.GetValue(perplexity) is not { } set ? usual.Neighbors
        : set.Values.Length == 1 ? (int)(3 * set.Value) + 1
        : NeighborCount.Auto;

    private Start Made(ParseResult parsed, ChosenMethod chosen, EmbeddingOptions usual) =>
        !chosen.IsOptimized ? Start.Auto : StartNames.Find(parsed.GetValue(start)) ?? usual.Start;

    /// <summary>The file that holds the start; null if it is computed.</summary>
    private string? StartFile(ParseResult parsed, ChosenMethod chosen) =>
        chosen.IsOptimized && parsed.GetValue(start) is { } text && StartNames.Find(text) is null ? text : null;

    private static NeighborMethod Method(string? name) => name switch
    {
        "exact" => NeighborMethod.Exact,
        "approximate" => new ApproximateNeighbors(),
        _ => NeighborMethod.Auto,
    };
}
