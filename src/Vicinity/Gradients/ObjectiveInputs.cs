namespace Vicinity;

/// <summary>Everything that an objective compares a map with, made of the data: affinities stage by stage, distances of pairs, parameters of points.</summary>
internal sealed class ObjectiveInputs
{
    /// <summary>Neighbours of geodesic and near-pair distances, if the number is left open.</summary>
    private const int GraphNeighbors = 15;

    /// <summary>The share of all pairs that lie in the ball.</summary>
    private const double NearShare = 0.1;

    private readonly Objective? reader;
    private readonly int dimensions;
    private readonly AffinitySchedule? schedule;
    private readonly GradientInputs tables;

    private ObjectiveInputs(Objective? reader, int dimensions, AffinitySchedule? schedule, GradientInputs tables)
    {
        this.reader = reader;
        this.dimensions = dimensions;
        this.schedule = schedule;
        this.tables = tables;
    }

    /// <summary>Stages of a run, at least 1.</summary>
    public int Stages => schedule?.Stages ?? 1;

    /// <summary>The perplexity as resolved; null if no affinities are read.</summary>
    public ResolvedPerplexity? Resolved => schedule?.Resolved;

    /// <summary>What the user should know about the data and the choices.</summary>
    public required IReadOnlyList<FitWarning> Warnings { get; init; }

    /// <summary>Neighbours as they would have to be set to get the same again.</summary>
    public required NeighborCount Neighbors { get; init; }

    /// <summary>How far the fifth of the others is from each point (fewer, if there are fewer neighbours); empty if there is no graph.</summary>
    public required float[] Radii { get; init; }

    /// <summary>How the neighbours that carry affinities were really found; exact if no affinities are read.</summary>
    public required NeighborMethod NeighborMethod { get; init; }

    /// <summary>Median distance to the 15th neighbour; 0 if there are too few points, or no affinities are read.</summary>
    public required double NeighborRadius { get; init; }

    /// <summary>The share of the true neighbours among those that carry affinities; 1 if none are read.</summary>
    public required double Recall { get; init; }

    /// <summary>Makes the inputs.</summary>
    /// <param name="rows">n of them, as they are compared.</param>
    /// <param name="objective">The first of its parts that reads affinities says how they are made.</param>
    /// <param name="perplexity">As asked for; automatic is multi-scale where the output precisions are those of scales.</param>
    /// <param name="neighbors">As asked for.</param>
    /// <param name="method">How the neighbours that carry affinities are looked for; those of distances are exact, as all pairs are visited anyway.</param>
    /// <param name="dimensions">K, coordinates of the map.</param>
    /// <param name="threads">Cores to use, at least 1.</param>
    /// <param name="report">Called with the name of a step of the work when it begins.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="packs">Whether a P in fewer bytes will do (<see cref="PackedRows"/>), where one can be made.</param>
    /// <exception cref="ArgumentException">The perplexity cannot work with this data, or there are more points than memory can hold pairs of.</exception>
    public static ObjectiveInputs Build(
        RowSpace rows, Objective objective, Perplexity perplexity, NeighborCount neighbors, NeighborMethod method, int dimensions, int threads,
        Action<string> report, CancellationToken cancellation, bool packs = false)
    {
        List<FitWarning> warnings = [];
        Objective? reader = objective.Parts.Select(part => part.Part).FirstOrDefault(part => part.Input == ObjectiveInput.Affinities);
        (NeighborGraph? graph, AffinitySchedule? schedule, float[] radii, double radius) = (null, null, [], 0);
        if (reader is not null)
        {
            ResolvedPerplexity resolved = Resolve(rows, reader, perplexity, neighbors);
            report("neighbors");
            bool inAnyOrder = packs && CanPack(objective, resolved);
            graph = inAnyOrder ? rows.GraphInAnyOrder(resolved.Neighbors, method, threads, cancellation) : rows.Graph(resolved.Neighbors, method, threads, cancellation);
            (radii, radius) = (NeighborRadii.Of(graph), graph.MedianRadius());
            report("affinities");
            schedule = Calibrate(graph, reader, resolved, threads, cancellation);
            warnings.AddRange(((FitWarning?[])[resolved.Warning, graph.RecallWarning(method), .. schedule.Worst().Warnings()]).OfType<FitWarning>());
        }

        int graphNeighbors = neighbors.IsAuto ? Math.Min(GraphNeighbors, Math.Max(0, rows.Count - 1)) : neighbors.Resolve(rows.Count, 0);
        GradientInputs tables = new();
        foreach (Objective part in objective.Parts.Select(part => part.Part).Where(part => part.Input != ObjectiveInput.Affinities).DistinctBy(part => part.Input))
        {
            report("distances");
            tables = Add(tables, part, rows, graphNeighbors, threads, cancellation);
        }

        int itself = reader?.InputKernel == InputKernel.SmoothNearest ? 1 : 0;
        int used = schedule?.Resolved.Neighbors + itself ?? graphNeighbors;
        return new(reader, dimensions, schedule, tables)
        {
            Warnings = warnings,
            Radii = radii,
            Neighbors = used > 0 ? used : neighbors,
            NeighborMethod = graph?.SearchMethod ?? NeighborMethod.Exact,
            NeighborRadius = radius,
            Recall = graph?.Recall ?? 1,
        };
    }

    /// <summary>The neighbours that affinities of an objective are made of; 0 if it reads none.</summary>
    public static int NeighborsOf(RowSpace rows, Objective objective, Perplexity perplexity, NeighborCount neighbors) =>
        objective.Parts.Select(part => part.Part).FirstOrDefault(part => part.Input == ObjectiveInput.Affinities) is { } reader
            ? Resolve(rows, reader, perplexity, neighbors).Neighbors
            : 0;

    /// <summary>The inputs of a stage.</summary>
    /// <param name="stage">0 ... Stages - 1.</param>
    /// <param name="iterations">Of the whole run.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">Precisions are to be transferred from several scales at once.</exception>
    public StageInputs At(int stage, int iterations, CancellationToken cancellation)
    {
        if (reader is null || schedule is null)
        {
            return new(0, tables);
        }

        Affinities affinities = schedule.At(stage, cancellation);
        double[] scales = reader.OutputPrecision == OutputPrecision.Scale ? OutputPrecisions.Scaled(schedule, stage, dimensions) : [];
        return new(schedule.FirstIteration(stage, iterations), tables with
        {
            Affinities = affinities,
            Scales = scales,
            Parameters = new()
            {
                Precision = reader.OutputPrecision == OutputPrecision.Transfer ? OutputPrecisions.Transferred(schedule, stage) : null,
                Theta = reader.PointParameter == 1 ? null : [.. Enumerable.Repeat(reader.PointParameter, affinities.Count)],
            },
        });
    }

    /// <summary>One scale for all points, one distribution over all pairs, and an engine that reads no single entry.</summary>
    private static bool CanPack(Objective objective, ResolvedPerplexity resolved) =>
        SeparableEngine.CanRun(objective)
        && objective is { Normalization: Normalization.PairWise, AffinityForm: AffinityForm.Joint, OutputPrecision: OutputPrecision.None, PointParameter: 1 }
        && new AffinityRecipe { Form = objective.AffinityForm, Kernel = objective.InputKernel, Symmetry = objective.Symmetry }.ResolvedSymmetry == AffinitySymmetry.Average
        && resolved.Request.Kind is PerplexityKind.Auto or PerplexityKind.Single or PerplexityKind.Best;

    private static ResolvedPerplexity Resolve(RowSpace rows, Objective reader, Perplexity perplexity, NeighborCount neighbors)
    {
        Perplexity wanted = perplexity.IsAuto && reader.OutputPrecision == OutputPrecision.Scale ? Perplexity.MultiScale : perplexity;
        return rows.KnownNeighbors is { } known
            ? ResolvedPerplexity.ResolveGiven(wanted, neighbors, known, rows.Count, reader.InputKernel)
            : ResolvedPerplexity.Resolve(wanted, neighbors, rows.Count, reader.InputKernel);
    }

    /// <summary>Calibrates every scale; the graph is consumed, unless it is shared.</summary>
    private static AffinitySchedule Calibrate(
        NeighborGraph graph, Objective reader, ResolvedPerplexity resolved, int threads, CancellationToken cancellation)
    {
        AffinityRecipe recipe = new() { Form = reader.AffinityForm, Kernel = reader.InputKernel, Symmetry = reader.Symmetry };
        return AffinitySchedule.Build(graph, resolved, recipe, consume: !graph.IsShared, threads, cancellation);
    }

    private static GradientInputs Add(GradientInputs tables, Objective part, RowSpace rows, int neighbors, int threads, CancellationToken cancellation)
    {
        if (part.Input == ObjectiveInput.GeodesicDistances)
        {
            return tables with { Distances = GeodesicDistances.Build(rows, neighbors, threads, cancellation) };
        }

        PairMatrix distances = rows.Pairs(threads, cancellation);
        return part.Input switch
        {
            ObjectiveInput.DistanceShares when part.Normalization == Normalization.PointWise => tables with { DistanceShares = PairDistances.ToRowShares(distances, threads) },
            ObjectiveInput.DistanceShares => tables with { DistanceShares = PairDistances.ToShares(distances, threads) },
            ObjectiveInput.FarShares => tables with { FarShares = PairDistances.ToFarShares(distances, threads) },
            ObjectiveInput.BallDistances => tables with { Distances = NearPairs.MarkBeyondBall(distances, NearShare) },
            ObjectiveInput.NeighborDistances => tables with
            {
                Distances = NearPairs.MarkBeyondNeighbors(distances, rows.Graph(neighbors, NeighborMethod.Exact, threads, cancellation)),
            },
            _ => tables with { Distances = distances },
        };
    }
}
