namespace Vicinity;

/// <summary>The stages before the optimisation, one after the other, for one input and one set of options.</summary>
internal sealed class Preparation
{
    private readonly int count;
    private readonly EmbeddingOptions options;
    private readonly Schedule schedule;
    private readonly Optimizer optimizer;
    private readonly IProgress<FitProgress>? progress;
    private readonly CancellationToken cancellation;

    public Preparation(int count, EmbeddingOptions options, IProgress<FitProgress>? progress, CancellationToken cancellation)
    {
        ThrowIfNull(options);
        ThrowIfOutOfRange(options);
        this.count = count;
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
        optimizer = OptimizerChoice.Resolve(options.Optimizer, options.Objective);
        schedule = options.Schedule.Resolve(options.Objective, count, optimizer, truncates: !options.Neighbors.IsAll);
    }

    private int Iterations => schedule.Sum(phase => phase.Iterations);

    /// <summary>What comes before the neighbours.</summary>
    public InputPoints Points(EmbeddingInput data, IReadOnlyList<string>? columnNames) =>
        data.Prepare(new(options, new(columnNames), Report, cancellation));

    /// <summary>The neighbours that the affinities need; 0 if there is nothing to be looked for.</summary>
    public int Neighbors(InputPoints points) =>
        points.Rows is null ? 0 : ObjectiveInputs.NeighborsOf(points.Rows, options.Objective, options.Perplexity, options.Neighbors);

    /// <summary>Neighbours, affinities, start.</summary>
    public PreparedEmbedding Run(InputPoints points)
    {
        int[] sample = Sample(points);
        ObjectiveInputs? inputs = points.Rows is null ? null : ObjectiveInputs.Build(
            sample.Length > 0 ? points.Rows.Select(sample)! : points.Rows, options.Objective, options.Perplexity, options.Neighbors, options.NeighborMethod,
            options.Dimensions, options.Threads, Report, cancellation, packs: options.Gradient is not ExactSums);
        RunInputs staged = inputs is null ? RunInputs.From(points.Affinities!, options.Objective)
            : sample.Length > 0 ? RunInputs.OfSample(inputs, sample, count, Pairs(count) / Pairs(sample.Length))
            : RunInputs.From(inputs, Iterations);
        List<FitWarning> warnings = [.. points.Warnings, .. inputs?.Warnings ?? [], .. Sampled(sample)];
        warnings.AddRange(Checks(points, inputs, staged.At(staged.Stages - 1, cancellation).Inputs.Affinities));
        Start start = ChosenStart(points, warnings);
        Report("start");
        Matrix positions = start.Build(new(count, options.Dimensions, options.Seed, options.Threads)
        {
            Data = points.Dense,
            Sparse = points.Sparse,
            Affinities = staged.At(staged.Stages - 1, cancellation).Inputs.Affinities,
            Distances = staged.Distances is { } distances ? i => distances.Row(i) : null,
            Warnings = warnings,
        });
        EmbeddingRun run = new(staged, positions, options.Objective, optimizer, options.ParameterDescent, options.Threads, options.Gradient);
        EmbeddingOptions chosen = Chosen(inputs, points) with { Start = start, Gradient = run.Gradient };
        return new(run, chosen, new(points.VarianceKept, inputs?.Recall ?? 1), [.. warnings.DistinctBy(warning => (warning.Code, warning.Code == "D111" ? "" : warning.Message))])
        {
            Training = points.Training is { } training ? training with { Radii = Radii(points.Rows!, training.Kind, inputs!) } : null,
        };
    }

    /// <summary>Those of the graph of the affinities; of distances, which are not kept, there is no later moment to find them.</summary>
    private float[] Radii(RowSpace rows, RowKind kind, ObjectiveInputs inputs) => inputs.Radii.Length > 0 || kind != RowKind.Distances
        ? inputs.Radii
        : NeighborRadii.Of(rows.Graph(NeighborRadii.Neighbor, NeighborMethod.Exact, options.Threads, cancellation));

    /// <summary>The points whose pairs will do to tell the cost of distances, where nothing is optimised and there are more points; none if all are needed.</summary>
    private int[] Sample(InputPoints points) =>
        Iterations == 0 && count > SampledLoss.MostPoints && points.HasRows
        && options.Objective is { Input: ObjectiveInput.Distances, IsDividedByInputTotal: false, Parts.Count: 1 } && ReferenceEquals(options.Objective.Reported, options.Objective)
            ? RandomRows.Choose(count, SampledLoss.MostPoints, seed: 207)
            : [];

    private static double Pairs(double points) => points * (points - 1);

    private IEnumerable<FitWarning> Sampled(int[] sample) => sample.Length == 0 ? [] :
    [
        new("D207", $"The loss is estimated from the pairs among {sample.Length:N0} of {count:N0} points, to about a hundredth; nothing was optimised, so the distances of all pairs were not computed.")
        {
            Number = sample.Length,
            Threshold = count,
        },
    ];

    /// <summary>Principal components where there are rows; else eigenvectors of the affinities, which pieces of a graph would be put on single spots by.</summary>
    private Start ChosenStart(InputPoints points, List<FitWarning> warnings) => !ReferenceEquals(options.Start, Start.Auto) ? options.Start
        : options.Objective.Input == ObjectiveInput.GeodesicDistances ? Start.Mds
        : options.Objective.Input.IsOfDistances() ? points.HasRows ? Start.PcaRaw : Start.Mds
        : points.HasRows ? Start.Pca
        : warnings.Any(warning => warning.Code == "D111") ? Start.Random
        : Start.Spectral;

    /// <summary>The choices made; a point without others has all 0 of them as its neighbours.</summary>
    private EmbeddingOptions Chosen(ObjectiveInputs? inputs, InputPoints points)
    {
        EmbeddingOptions chosen = options with { Schedule = schedule, Optimizer = optimizer, PcaComponents = points.Reduction, Metric = points.Metric };
        return inputs is null ? chosen : chosen with
        {
            Perplexity = inputs.Resolved is { } resolved ? resolved.Request.IsAuto ? Perplexity.Effective(resolved.Perplexity) : resolved.Request : options.Perplexity,
            Neighbors = inputs.Neighbors.IsAuto ? NeighborCount.All : inputs.Neighbors,
            NeighborMethod = inputs.NeighborMethod,
        };
    }

    /// <summary>What distances and affinities tell of the data.</summary>
    private static IEnumerable<FitWarning> Checks(InputPoints points, ObjectiveInputs? inputs, Affinities? affinities)
    {
        FitWarning?[] found =
        [
            affinities is null ? null : SeparatePieces.Find(affinities),
            points.Dense is { } rows && points.Metric.SurvivesRotation && inputs is not null ? Contrast.Find(rows, inputs.NeighborRadius) : null,
        ];
        return found.OfType<FitWarning>();
    }

    private void Report(string stage)
    {
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new(stage, 0, Iterations, double.NaN));
    }

    private static void ThrowIfNull(EmbeddingOptions options)
    {
        string? missing = options.Objective is null ? nameof(options.Objective)
            : options.Start is null ? nameof(options.Start)
            : options.Metric is null ? nameof(options.Metric)
            : options.Schedule is null || options.Schedule.Contains(null!) ? nameof(options.Schedule)
            : null;
        if (missing is not null)
        {
            throw new ArgumentNullException(nameof(options), $"{missing} is null or holds a null. Leave it out for its default.");
        }
    }

    private static void ThrowIfOutOfRange(EmbeddingOptions options)
    {
        if (options.Dimensions is < 1 or > 3)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Dimensions, $"A map has 1, 2 or 3 dimensions, not {options.Dimensions}.");
        }

        if (options.Threads < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Threads, $"At least 1 thread is needed, not {options.Threads}.");
        }
    }
}
