namespace Vicinity;

/// <summary>Where the rows of a tile leave numbers, aligned for lanes.</summary>
/// <param name="columns">What rows do to columns: one stretch of padded length per sum, as many as were asked for.</param>
/// <param name="stages">What the stages of one row leave to each other: stretches of <see cref="Triangle.TileColumns"/> numbers.</param>
internal readonly ref struct TileRoom(Span<float> columns, Span<float> stages)
{
    public readonly Span<float> Columns = columns;
    public readonly Span<float> Stages = stages;
}
