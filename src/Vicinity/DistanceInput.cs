namespace Vicinity;

/// <summary>Distances of all pairs, of whatever kind.</summary>
internal sealed class DistanceInput(DistanceMatrix data) : EmbeddingInput(data.Count, 0)
{
    internal override InputPoints Prepare(InputWork work)
    {
        RequireNoColumns(work.Options, "distances");
        return new(Count) { Rows = Space(work.Options.Metric), Training = new(RowKind.Distances, new(Count), new MapPoints(Count)) };
    }

    internal override RowSpace Space(Metric metric) => metric == Metric.Euclidean || metric == Metric.Given
        ? new GivenDistances(data)
        : throw new ArgumentException($"The metric {metric} is asked for, but distances are given, which have one. Leave it out.", nameof(metric));

    internal override EmbeddingInput Select(int[] points) => data.Select(points);
}
