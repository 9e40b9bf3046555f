namespace Vicinity;

/// <summary>A dense table: scaled, turned to directions if the metric compares those, reduced to principal components.</summary>
internal sealed class DenseInput : EmbeddingInput
{
    private Matrix data;

    public DenseInput(Matrix data)
        : base(data.Rows, data.Columns) => this.data = data;

    /// <summary>The table as it came; empty once it was let go.</summary>
    public Matrix Data => data;

    /// <summary>Whether nobody will ask for the table again: it is then let go as soon as its rows are prepared.</summary>
    public bool IsForOneUse { get; set; }

    /// <summary>Whether a model shall hold the prepared rows. Default: true.</summary>
    public bool IsKept { get; set; } = true;

    internal override InputPoints Prepare(InputWork work)
    {
        EmbeddingOptions options = work.Options;
        List<FitWarning> warnings = [.. Checks(Scan(work), work)];
        InputSteps steps = Scaling(work) with { Names = work.Names.All };
        Matrix points = steps.Apply(data, options.Threads);
        if (options.Metric.IsOfDirections)
        {
            steps = steps with { Directions = RowDirections.Of(points, options.Metric == Metric.Correlation, out int without) };
            warnings.AddRange(DirectionlessRows.Find(without, points.Rows, options.Metric));
            points = steps.Directions.Apply(points);
        }

        PcaComponents reduction = Components(options).Resolve(points.Columns);
        if (reduction.Value > 0)
        {
            work.Report("pca");
            steps = steps with { Components = PrincipalComponents.Build(points, reduction.Value, options.Threads) };
            points = steps.Components.Reduce(points, options.Threads);
        }

        DenseSpace rows = new(points, options.Metric.Compared);
        warnings.AddRange(DuplicateRows.Find(data, work.NeighborsOf(rows)) is { } copies ? [copies] : []);
        data = IsForOneUse ? Matrix.Wrap(Array.Empty<float>(), 0, data.Columns) : data;

        return new(Count)
        {
            Rows = rows,
            Dense = points,
            Training = IsKept ? new(RowKind.Dense, steps, rows) : null,
            Metric = options.Metric,
            Reduction = reduction,
            VarianceKept = steps.Components?.VarianceKept ?? 1,
            Warnings = warnings,
        };
    }

    internal override RowSpace Space(Metric metric)
    {
        data.ThrowIfNotFinite(nameof(data));
        return new DenseSpace(metric.IsOfDirections ? RowDirections.Of(data, metric == Metric.Correlation, out _).Apply(data) : data, metric.Compared);
    }

    internal override EmbeddingInput Select(int[] points) => data.Select(points);

    internal override EmbeddingInput Scaled(InputScaling scaling, int threads) => InputSteps.Fit(data, scaling, threads).Apply(data, threads);

    internal override FitWarning? FindLeak(Labels labels, ColumnNames names) => LabelLeak.Find(data, labels, names);

    internal override EmbeddingInput Shuffled(int seed) => NullComparison.Shuffle(data, seed);

    /// <summary>Looks at all values once, and refuses those that are no numbers.</summary>
    private TableScan Scan(InputWork work)
    {
        TableScan scan = TableScan.Of(data, work.Options.Threads, work.Cancellation);
        if (scan.Columns.Any(column => !double.IsFinite(column.Sum)))
        {
            data.ThrowIfNotFinite(nameof(data));
        }

        return scan;
    }

    /// <summary>What the columns tell.</summary>
    private IEnumerable<FitWarning> Checks(TableScan scan, InputWork work)
    {
        bool isUnscaled = work.Options.Scaling is InputScaling.None or InputScaling.Matrix or InputScaling.AbsoluteMaximum;
        bool fits(string code) => LeftOutChecks.Fits(code, work.Options.Metric);
        FitWarning?[] found =
        [
            fits("D114") ? OffsetColumns.Find(data, scan, work.Names) : null,
            fits("D105") ? IdColumns.Find(data, work.Names) : null,
            fits("D109") ? RawCounts.Find(scan) : null,
            fits("D108") ? RowNorms.Find(scan) : null,
            isUnscaled && fits("D104") ? DominantColumn.Find(data, work.Names) : null,
            ConstantColumns.Find(scan, work.Names),
        ];
        return found.OfType<FitWarning>();
    }

    /// <summary>Whitened data has equal variance in all directions, so none of them come first; other metrics than those of lengths see the columns.</summary>
    private static PcaComponents Components(EmbeddingOptions options)
    {
        bool isAsked = !options.PcaComponents.IsAuto && options.PcaComponents.Value > 0;
        if (isAsked && options.Metric.Kind is MetricKind.Hamming or MetricKind.Jaccard && options.PcaComponents.Value > 0)
        {
            throw new ArgumentException(
                $"The metric {options.Metric} compares columns one by one, which principal components do not keep, but {options.PcaComponents} are asked for. Use 0.", nameof(options));
        }

        bool isOfNone = options.Scaling is (InputScaling.PcaWhiten or InputScaling.Zca) || !options.Metric.SurvivesRotation;
        return options.PcaComponents.IsAuto && isOfNone ? PcaComponents.None : options.PcaComponents;
    }

    private InputSteps Scaling(InputWork work)
    {
        if (work.Options.Scaling != InputScaling.None)
        {
            work.Report("scale");
        }

        return InputSteps.Fit(data, work.Options.Scaling, work.Options.Threads);
    }
}
