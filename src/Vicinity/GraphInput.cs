namespace Vicinity;

/// <summary>Nearest neighbours that were found elsewhere.</summary>
internal sealed class GraphInput(NeighborGraph data) : EmbeddingInput(data.Count, 0)
{
    internal override InputPoints Prepare(InputWork work)
    {
        RequireNoColumns(work.Options, "neighbours");
        return new(Count) { Rows = new GivenGraph(data) };
    }
}
