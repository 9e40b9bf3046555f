using System.Collections.Concurrent;

namespace Vicinity;

/// <summary>All measures of a map beside points whose distances are at hand.</summary>
internal static class MapMeasures
{
    /// <summary>What the options ask for.</summary>
    public static QualityReport Of(RowSpace data, Matrix map, QualityOptions chosen, CancellationToken cancellationToken)
    {
        int threads = Cores.Resolve(chosen.Threads);
        (LossQuality? loss, double[]? shares) = chosen.Objective is null
            ? (null, null)
            : LossMeasure.Of(data, map, chosen.Objective, chosen.Perplexity, threads, cancellationToken);
        (PointQuality[] points, double[] curve) = MeasurePoints(data, map, chosen, threads, cancellationToken);
        PairSample pairs = PairSample.Draw(data, map, chosen.MostPairs, chosen.Seed, threads, cancellationToken);
        return new()
        {
            Count = data.Count,
            NeighborsPerPoint = Neighbors(data, chosen),
            NeighborsKept = Mean(points, data.Count, point => point.NeighborsKept),
            Trustworthiness = Mean(points, data.Count, point => point.Trustworthiness),
            Continuity = Mean(points, data.Count, point => point.Continuity),
            RnxArea = Mean(points, data.Count, point => point.RnxArea),
            RnxCurve = curve,
            RankCorrelation = Mean(points, data.Count, point => point.RankCorrelation),
            Distances = DistanceMeasures.Of(pairs, threads),
            Labels = chosen.Labels is null ? null : LabelQuality.Of(chosen.Labels, points),
            Loss = loss,
            Points = shares is null ? points : [.. points.Select(point => point with { Loss = shares[point.Point] })],
        };
    }

    private static int Neighbors(RowSpace data, QualityOptions options) => Math.Min(options.Neighbors, data.Count - 1);

    private static Estimate Mean(PointQuality[] points, int count, Func<PointQuality, double> measure) =>
        Estimate.Mean(Array.ConvertAll(points, point => measure(point)), count);

    private static (PointQuality[] Points, double[] Curve) MeasurePoints(
        RowSpace data, Matrix map, QualityOptions options, int threads, CancellationToken cancellation)
    {
        int[] chosen = RandomRows.Choose(data.Count, options.MostPoints, options.Seed);
        PointQuality[] points = new PointQuality[chosen.Length];
        RnxArea area = new(data.Count);
        ConcurrentBag<PointMeasures> rooms = [];
        Blocks.Run(chosen.Length, PointMeasures.BlockPoints, threads, (_, first, end) =>
        {
            PointMeasures room = rooms.TryTake(out PointMeasures? free) ? free : new(data, map, Neighbors(data, options), options.Labels, area);
            room.Measure(chosen.AsSpan(first, end - first), points.AsSpan(first, end - first));
            rooms.Add(room);
        }, cancellation);
        long[] meetings = new long[data.Count + 1];
        foreach (PointMeasures room in rooms)
        {
            for (int k = 0; k < meetings.Length; k++)
            {
                meetings[k] += room.Meetings[k];
            }
        }

        return (points, RnxArea.Curve(meetings, points.Length, data.Count));
    }
}
