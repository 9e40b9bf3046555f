namespace Vicinity;

/// <summary>Measures whether a map tells the truth about its data.</summary>
public static class Quality
{
    /// <summary>Compares every point's neighbours, ranks and distances in the data with those in the map.</summary>
    /// <remarks>
    /// Distances are those of <see cref="QualityOptions.Metric"/> in the data and Euclidean in the map, in double; sparse rows are not written out. Above <see cref="QualityOptions.MostPoints"/> points a seeded random choice of m of them is
    /// compared with all n, each exactly, and every mean has its standard error. Cost: m n (d + sorting), n numbers of memory per core; a loss adds n^2 d.
    /// Formulas: <see cref="QualityReport"/> and its parts; docs/guide/quality.md says what the numbers mean.
    /// </remarks>
    /// <param name="data">n points, at least 1: rows, dense or sparse, in the units and the scaling in which the map was made, or distances of all pairs.</param>
    /// <param name="map">n x K positions, row by row those of the data; any K.</param>
    /// <param name="options">What and how thoroughly; default: all measures that need neither labels nor an objective.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The data and the map differ in their rows, or a value is not finite, or an option cannot work with them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number among the options is below its limit.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static QualityReport Assess(EmbeddingInput data, Matrix map, QualityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(map);
        QualityOptions chosen = options ?? new();
        ThrowIfOutOfRange(chosen);
        ThrowIfUnfit(data, map, chosen.Labels);
        return MapMeasures.Of(data.Space(chosen.Metric), map, chosen, cancellationToken);
    }

    private static void ThrowIfOutOfRange(QualityOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Neighbors, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostPoints, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostPairs, DistanceMeasures.Parts);
    }

    private static void ThrowIfUnfit(EmbeddingInput data, Matrix map, Labels? labels)
    {
        if (data.Count != map.Rows || data.Count == 0)
        {
            throw new ArgumentException($"The map has {Counted.Of(map.Rows, "row")}, but the data has {data.Count}. Row by row they must be the same points, at least one.", nameof(map));
        }

        if (labels is not null && labels.Count != data.Count)
        {
            throw new ArgumentException($"There are {Counted.Of(labels.Count, "label")}, but {Counted.Of(data.Count, "point")}. Give one label for each.", nameof(labels));
        }

        map.ThrowIfNotFinite(nameof(map));
    }
}
