namespace Vicinity;

/// <summary>A sparse table, which is never written out: turned to directions for cosines, reduced to principal components.</summary>
internal sealed class SparseInput(SparseMatrix data) : EmbeddingInput(data.Rows, data.Columns)
{
    /// <summary>The table as it came.</summary>
    public SparseMatrix Data => data;

    internal override InputPoints Prepare(InputWork work)
    {
        EmbeddingOptions options = work.Options;
        RequireSparse(options);
        SparseMatrix rows = data.WithoutZeros();
        FitWarning?[] found = [ConstantColumns.Find(rows), DuplicateRows.Find(rows)];
        List<FitWarning> warnings = [.. found.OfType<FitWarning>()];
        InputSteps steps = new(rows.Columns);
        if (options.Metric.Kind == MetricKind.Cosine)
        {
            steps = steps with { Directions = RowDirections.Of(rows, out int without) };
            warnings.AddRange(DirectionlessRows.Find(without, rows.Rows, options.Metric));
            rows = steps.Directions.Apply(rows);
        }

        Metric compared = options.Metric.ComparedSparse;
        PcaComponents reduction = (compared == Metric.Euclidean ? options.PcaComponents : PcaComponents.None).Resolve(rows.Columns);
        SparseSpace space = new(rows, compared);
        InputPoints points = new(Count) { Metric = options.Metric, Warnings = warnings };
        return reduction.Value > 0 ? Reduced(rows, reduction, steps, points, work) : points with
        {
            Rows = space,
            Sparse = rows,
            Training = new(RowKind.Sparse, steps, space),
        };
    }

    internal override RowSpace Space(Metric metric)
    {
        SparseMatrix rows = data.WithoutZeros();
        return new SparseSpace(metric.Kind == MetricKind.Cosine ? RowDirections.Of(rows, out _).Apply(rows) : rows, metric.ComparedSparse);
    }

    internal override EmbeddingInput Select(int[] points) => data.Select(points);

    internal override FitWarning? FindLeak(Labels labels, ColumnNames names) => LabelLeak.Find(data, labels, names);

    internal override EmbeddingInput Shuffled(int seed) => NullComparison.Shuffle(data, seed);

    private static InputPoints Reduced(SparseMatrix rows, PcaComponents reduction, InputSteps steps, InputPoints points, InputWork work)
    {
        work.Report("pca");
        SparseComponents found = SparseComponents.Build(rows, reduction.Value, work.Options.Threads);
        PrincipalComponents components = found.ToComponents();
        DenseSpace scores = new(components.Reduce(rows, work.Options.Threads), Metric.Euclidean);
        return points with
        {
            Rows = scores,
            Dense = scores.Data,
            Reduction = reduction,
            VarianceKept = found.VarianceKept,
            Training = new(RowKind.Sparse, steps with { Components = components }, scores),
        };
    }

    private static void RequireSparse(EmbeddingOptions options)
    {
        if (options.Scaling != InputScaling.None)
        {
            throw new ArgumentException($"{nameof(options.Scaling)} {options.Scaling} would turn the zeros of a sparse matrix into numbers. Use {InputScaling.None}, or the metric cosine.", nameof(options));
        }

        if (options.PcaComponents.Value > 0 && options.Metric.Kind is not (MetricKind.Euclidean or MetricKind.Cosine))
        {
            throw new ArgumentException(
                $"Principal components of sparse rows go with the metrics euclidean and cosine, but the metric is {options.Metric} and {options.PcaComponents} are asked for. Use 0.",
                nameof(options));
        }
    }
}
