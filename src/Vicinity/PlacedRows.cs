namespace Vicinity;

/// <summary>New rows in a finished map.</summary>
/// <param name="Map">Their positions; m x dimensions.</param>
/// <param name="Novelty">
/// For each row the distance to its fifth nearest training row, over the mean of that distance at its five nearest training rows: about 1 for a
/// row like the others, above 3 for one that is far from all of them, whose place in the map means little.
/// </param>
public sealed record PlacedRows(Matrix Map, IReadOnlyList<double> Novelty);
