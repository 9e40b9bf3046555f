namespace Vicinity;

/// <summary>Maps from several random starts, compared: what differs between them is not in the data.</summary>
/// <remarks>Starts are random, not principal components: these make the arrangement repeatable, not true.</remarks>
public static class Stability
{
    private const int FewestGroups = 3;

    /// <summary>Makes the maps and compares them.</summary>
    /// <param name="data">n points: rows, dense or sparse, finite, or distances of all pairs.</param>
    /// <param name="options">How the maps are made; their start is random whatever stands there. Default: as in a fit.</param>
    /// <param name="starts">Number of maps, at least 2.</param>
    /// <param name="mostPoints">Points that are mapped, at least 12; of more a random sample.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A number is out of its range, there are fewer than 12 points, or the options cannot work with this data.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static StabilityReport Assess(
        EmbeddingInput data, EmbeddingOptions? options = null, int starts = 3, int mostPoints = 2000, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPoints, MapEvidence.FewestPoints);
        if (data.Count < MapEvidence.FewestPoints)
        {
            throw new ArgumentException($"{data.Count} points are too few to compare maps of; give at least {MapEvidence.FewestPoints}.", nameof(data));
        }

        EmbeddingOptions usual = options ?? new();
        int[] rows = RandomRows.Choose(data.Count, mostPoints, seed: 3);
        EmbeddingInput sample = rows.Length == data.Count ? data : data.Select(rows);
        EmbeddingInput points = sample.Scaled(usual.Scaling, usual.Threads);
        MapEvidence[] maps = [.. Enumerable.Range(0, starts).Select(start =>
        {
            EmbeddingOptions own = usual with { Start = Start.Random, Seed = usual.Seed + start };
            Matrix map = NeighborEmbedding.Fit(sample, own, progress: null, cancellationToken).Map;
            return MapEvidence.Build(some => points.Sample(some).Space(usual.Metric), map, mostPoints, usual.Threads, cancellationToken)!;
        })];
        return Compare(maps, rows);
    }

    internal static StabilityReport Compare(MapEvidence[] maps, int[] rows)
    {
        (MapEvidence A, MapEvidence B)[] pairs = [.. maps.SelectMany((a, at) => maps[..at].Select(b => (b, a)))];
        int[][] groups = maps[0].Islands.Members;
        return new()
        {
            Starts = maps.Length,
            Points = rows,
            NeighborOverlap = [.. Enumerable.Range(0, rows.Length).Select(i => pairs.Average(pair => MapEvidence.Shared(pair.A.InMap.Neighbors(i), pair.B.InMap.Neighbors(i))))],
            IslandAgreement = pairs.Average(pair => Islands.Agreement(pair.A.Islands, pair.B.Islands)),
            DistanceCorrelation = groups.Length < FewestGroups ? double.NaN
                : pairs.Average(pair => PairCorrelation.Spearman(Distances(pair.A, groups), Distances(pair.B, groups))),
        };
    }

    private static double[] Distances(MapEvidence map, int[][] groups) =>
        GroupShapes.Of(map.Map, groups).Distances;
}
