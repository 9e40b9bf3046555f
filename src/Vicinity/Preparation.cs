namespace Vicinity;

/// <summary>The stages before the optimisation, one after the other, for one data set and one set of options.</summary>
internal sealed class Preparation
{
    private readonly Matrix data;
    private readonly ColumnNames columnNames;
    private readonly EmbeddingOptions options;
    private readonly Schedule schedule;
    private readonly Optimizer optimizer;
    private readonly IProgress<FitProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly List<FitWarning> warnings = [];
    private PcaComponents reduction = PcaComponents.None;
    private double varianceKept = 1;

    public Preparation(
        Matrix data, EmbeddingOptions options, IReadOnlyList<string>? columnNames, IProgress<FitProgress>? progress, CancellationToken cancellation)
    {
        ThrowIfNull(options);
        ThrowIfOutOfRange(options);
        this.data = data;
        this.columnNames = new(columnNames);
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
        optimizer = OptimizerChoice.Resolve(options.Optimizer, options.Objective);
        schedule = options.Schedule.Resolve(options.Objective, data.Rows, optimizer, truncates: !options.Neighbors.IsAll);
    }

    private int Iterations => schedule.Sum(phase => phase.Iterations);

    private Start ChosenStart => !ReferenceEquals(options.Start, Start.Auto) ? options.Start
        : options.Objective.Input == ObjectiveInput.GeodesicDistances ? Start.Mds
        : options.Objective.Input.IsOfDistances() ? Start.PcaRaw
        : Start.Pca;

    /// <summary>Whitened data has equal variance in all directions, so none of them come first.</summary>
    private PcaComponents ChosenComponents =>
        options.PcaComponents.IsAuto && options.Scaling is (InputScaling.PcaWhiten or InputScaling.Zca) ? PcaComponents.None : options.PcaComponents;

    public PreparedEmbedding Run()
    {
        Note(ConstantColumns.Find(data, columnNames));
        Note(OffsetColumns.Find(data, columnNames, options.Threads, cancellation));
        Note(IdColumns.Find(data, columnNames));
        Note(options.Scaling is InputScaling.None or InputScaling.Matrix or InputScaling.AbsoluteMaximum ? DominantColumn.Find(data, columnNames) : null);
        Note(RowNorms.Find(data));
        Note(RawCounts.Find(data));
        Matrix points = Reduced(Scaled());
        ObjectiveInputs inputs = ObjectiveInputs.Build(
            points, options.Objective, options.Perplexity, options.Neighbors, options.NeighborMethod, options.Dimensions, options.Threads, Report, cancellation);
        warnings.AddRange(inputs.Warnings);
        Note(DuplicateRows.Find(data, inputs.Resolved?.Neighbors ?? int.MaxValue));
        Note(Contrast.Find(points, inputs.NeighborRadius));
        RunInputs staged = RunInputs.From(inputs, Iterations);
        Report("start");
        Matrix start = ChosenStart.Build(new(data.Rows, options.Dimensions, options.Seed, options.Threads)
        {
            Data = points,
            Affinities = staged.At(staged.Stages - 1, cancellation).Inputs.Affinities,
            Distances = staged.Distances is { } distances ? i => distances.Row(i) : null,
            Warnings = warnings,
        });
        NotePieces(staged.At(staged.Stages - 1, cancellation).Inputs.Affinities);
        EmbeddingRun run = new(staged, start, options.Objective, optimizer, options.ParameterDescent, options.Threads, options.Gradient);
        return new(run, Chosen(inputs) with { Gradient = run.Gradient }, new(varianceKept, inputs.Recall), warnings);
    }

    /// <summary>The choices made; a point without others has all 0 of them as its neighbours.</summary>
    private EmbeddingOptions Chosen(ObjectiveInputs inputs) => options with
    {
        Schedule = schedule,
        Optimizer = optimizer,
        Start = ChosenStart,
        Perplexity = inputs.Resolved is { } resolved ? resolved.Request.IsAuto ? Perplexity.Effective(resolved.Perplexity) : resolved.Request : options.Perplexity,
        Neighbors = inputs.Neighbors.IsAuto ? NeighborCount.All : inputs.Neighbors,
        NeighborMethod = inputs.NeighborMethod,
        PcaComponents = reduction,
    };

    private Matrix Scaled()
    {
        if (options.Scaling != InputScaling.None)
        {
            Report("scale");
        }

        return ScaledInput.Build(data, options.Scaling, options.Threads);
    }

    private Matrix Reduced(Matrix scaled)
    {
        reduction = ChosenComponents.Resolve(scaled.Columns);
        if (reduction.Value == 0)
        {
            return scaled;
        }

        Report("pca");
        PrincipalComponents found = PrincipalComponents.Build(scaled, reduction.Value, options.Threads);
        varianceKept = found.VarianceKept;
        return found.Reduce(scaled, options.Threads);
    }

    /// <summary>D111, unless the start has told of it.</summary>
    private void NotePieces(Affinities? affinities)
    {
        if (affinities is not null && SeparatePieces.Find(affinities) is { } pieces && !warnings.Exists(warning => warning.Code == pieces.Code))
        {
            warnings.Add(pieces);
        }
    }

    private void Report(string stage)
    {
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new(stage, 0, Iterations, double.NaN));
    }

    private void Note(FitWarning? warning)
    {
        if (warning is not null)
        {
            warnings.Add(warning);
        }
    }

    private static void ThrowIfNull(EmbeddingOptions options)
    {
        string? missing = options.Objective is null ? nameof(options.Objective)
            : options.Start is null ? nameof(options.Start)
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
