namespace Vicinity;

/// <summary>A dense table: scaled, turned to directions if the metric compares those, reduced to principal components.</summary>
internal sealed class DenseInput(Matrix data) : EmbeddingInput(data.Rows, data.Columns)
{
    /// <summary>The table as it came.</summary>
    public Matrix Data => data;

    internal override InputPoints Prepare(InputWork work)
    {
        EmbeddingOptions options = work.Options;
        data.ThrowIfNotFinite(nameof(data));
        FitWarning?[] found =
        [
            ConstantColumns.Find(data, work.Names),
            DuplicateRows.Find(data),
            OffsetColumns.Find(data, work.Names, options.Threads, work.Cancellation),
        ];
        List<FitWarning> warnings = [.. found.OfType<FitWarning>()];
        Matrix points = Directions(Scaled(work), options.Metric, warnings);
        PcaComponents reduction = Components(options).Resolve(points.Columns);
        double varianceKept = 1;
        if (reduction.Value > 0)
        {
            work.Report("pca");
            PrincipalComponents principal = PrincipalComponents.Build(points, reduction.Value, options.Threads);
            varianceKept = principal.VarianceKept;
            points = principal.Reduce(points, options.Threads);
        }

        return new(Count)
        {
            Rows = new DenseSpace(points, options.Metric.IsOfDirections ? Metric.Euclidean : options.Metric),
            Dense = points,
            Metric = options.Metric,
            Reduction = reduction,
            VarianceKept = varianceKept,
            Warnings = warnings,
        };
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

    private static Matrix Directions(Matrix points, Metric metric, List<FitWarning> warnings)
    {
        if (!metric.IsOfDirections)
        {
            return points;
        }

        Matrix units = UnitRows.Of(points, metric.Kind == MetricKind.Correlation, out int without);
        warnings.AddRange(DirectionlessRows.Find(without, points.Rows, metric));
        return units;
    }

    private Matrix Scaled(InputWork work)
    {
        if (work.Options.Scaling != InputScaling.None)
        {
            work.Report("scale");
        }

        return ScaledInput.Build(data, work.Options.Scaling, work.Options.Threads);
    }
}
