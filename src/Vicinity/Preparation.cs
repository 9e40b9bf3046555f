namespace Vicinity;

/// <summary>The stages before the optimisation, one after the other, for one data set and one set of options.</summary>
internal sealed class Preparation
{
    private readonly Matrix data;
    private readonly EmbeddingOptions options;
    private readonly IProgress<FitProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly List<FitWarning> warnings = [];

    public Preparation(Matrix data, EmbeddingOptions options, IProgress<FitProgress>? progress, CancellationToken cancellation)
    {
        ThrowIfOutOfRange(options);
        this.data = data;
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    public PreparedEmbedding Run()
    {
        IReadOnlyList<Phase> schedule = [.. options.Schedule.Select(phase => phase.Resolve(options.Objective.Normalization, data.Rows))];
        ResolvedPerplexity resolved = ResolvedPerplexity.Resolve(options.Perplexity, options.Neighbors, data.Rows);
        Note(resolved.Warning);
        Note(ConstantColumns.Find(data));
        Matrix points = Reduced();
        Affinities affinities = BuildAffinities(points, resolved);
        Report("start");
        Matrix start = options.Start.Build(points, options.Dimensions, options.Seed, options.Threads, warnings);
        EmbeddingRun run = new(affinities, start, options.Objective, options.Threads);
        return new(run, Chosen(resolved) with { Schedule = schedule }, warnings);
    }

    /// <summary>Fewer than three points have no perplexity and no neighbours to choose; there the options stay as they are.</summary>
    private EmbeddingOptions Chosen(ResolvedPerplexity resolved) =>
        resolved.Perplexity > 1 ? options with { Perplexity = resolved.Perplexity, Neighbors = resolved.Neighbors } : options;

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
        Note(graph.DuplicateWarning());
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
