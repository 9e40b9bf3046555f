namespace Vicinity;

/// <summary>The stages before the optimisation, one after the other, for one data set and one set of options.</summary>
internal sealed class Preparation
{
    private readonly Matrix data;
    private readonly ColumnNames columnNames;
    private readonly EmbeddingOptions options;
    private readonly IProgress<FitProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly List<FitWarning> warnings = [];

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
    }

    public PreparedEmbedding Run()
    {
        IReadOnlyList<Phase> schedule = [.. options.Schedule.Select(phase => phase.Resolve(options.Objective.Normalization, data.Rows))];
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(options.Perplexity, options.Neighbors, data.Rows);
        Note(resolved.Warning);
        Note(ConstantColumns.Find(data, columnNames));
        Note(DuplicateRows.Find(data));
        Note(OffsetColumns.Find(data, columnNames, options.Threads, cancellation));
        Matrix points = Reduced();
        Affinities affinities = BuildAffinities(points, resolved);
        Report("start");
        Matrix start = options.Start.Build(points, options.Dimensions, options.Seed, options.Threads, warnings);
        EmbeddingRun run = new(affinities, start, options.Objective, options.Threads);
        return new(run, Chosen(resolved) with { Schedule = schedule }, warnings);
    }

    /// <summary>The choices made; a point without others has all 0 of them as its neighbours.</summary>
    private EmbeddingOptions Chosen(ResolvedPerplexity resolved) => options with
    {
        Perplexity = Perplexity.Effective(resolved.Perplexity),
        Neighbors = resolved.Neighbors > 0 ? resolved.Neighbors : NeighborCount.All,
    };

    private Matrix Reduced()
    {
        int components = options.PcaComponents.Value;
        if (components == 0 || components >= data.Columns)
        {
            return data;
        }

        Report("pca");
        double[,] scores = PrincipalComponents.Build(data, components, options.Threads).Scores(data, options.Threads);
        return Matrix.Create(data.Rows, components, (i, row) =>
        {
            for (int k = 0; k < components; k++)
            {
                row[k] = (float)scores[i, k];
            }
        });
    }

    private Affinities BuildAffinities(Matrix points, ResolvedPerplexity resolved)
    {
        Report("neighbors");
        NeighborGraph graph = NeighborGraph.Build(points, resolved.Neighbors, options.Threads, cancellation);
        Report("affinities");
        AffinityForm form = options.Objective.AffinityForm;
        Affinities affinities = resolved.IsUniform
            ? Affinities.Uniform(graph, form, options.Threads, cancellation)
            : Affinities.FromPerplexity(graph, resolved.Perplexity, form, options.Threads, cancellation);
        warnings.AddRange(affinities.Warnings());
        return affinities;
    }

    private void Report(string stage)
    {
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(new(stage, 0, options.Schedule.Sum(phase => phase.Iterations), double.NaN));
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
