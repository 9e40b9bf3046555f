namespace Vicinity;

/// <summary>A sparse table, which is never written out: turned to directions for cosines, reduced to principal components.</summary>
internal sealed class SparseInput(SparseMatrix data) : EmbeddingInput(data.Rows, data.Columns)
{
    internal override InputPoints Prepare(InputWork work)
    {
        EmbeddingOptions options = work.Options;
        RequireSparse(options);
        SparseMatrix rows = data.WithoutZeros();
        FitWarning?[] found = [ConstantColumns.Find(rows), DuplicateRows.Find(rows)];
        List<FitWarning> warnings = [.. found.OfType<FitWarning>()];
        bool isCosine = options.Metric.Kind == MetricKind.Cosine;
        if (isCosine)
        {
            rows = UnitRows.Of(rows, out int without);
            warnings.AddRange(DirectionlessRows.Find(without, rows.Rows, options.Metric));
        }

        Metric compared = isCosine ? Metric.Euclidean : options.Metric;
        InputPoints points = new(Count) { Metric = options.Metric, Warnings = warnings };
        PcaComponents asked = compared == Metric.Euclidean ? options.PcaComponents : PcaComponents.None;
        PcaComponents reduction = asked.Resolve(rows.Columns);
        return reduction.Value > 0 ? Reduced(rows, reduction, points, work) : points with { Rows = new SparseSpace(rows, compared), Sparse = rows };
    }

    private static InputPoints Reduced(SparseMatrix rows, PcaComponents reduction, InputPoints points, InputWork work)
    {
        work.Report("pca");
        SparseComponents components = SparseComponents.Build(rows, reduction.Value, work.Options.Threads);
        Matrix scores = components.ToMatrix();
        return points with { Rows = new DenseSpace(scores, Metric.Euclidean), Dense = scores, Reduction = reduction, VarianceKept = components.VarianceKept };
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
