namespace Vicinity;

/// <summary>Distances of all pairs, of whatever kind.</summary>
internal sealed class DistanceInput(DistanceMatrix data) : EmbeddingInput(data.Count, 0)
{
    internal override InputPoints Prepare(InputWork work)
    {
        RequireNoColumns(work.Options, "distances");
        return new(Count) { Rows = new GivenDistances(data), Training = new(RowKind.Distances, new(Count), new MapPoints(Count)) };
    }
}
