namespace Vicinity;

/// <summary>Adds what point <c>at.I</c> gets from the columns of the tile to <paramref name="sum"/>, and what they get from it to the columns of <paramref name="room"/>.</summary>
/// <param name="at">The tile.</param>
/// <param name="room">Where to leave numbers.</param>
/// <param name="sum">The sums of the row.</param>
internal delegate void TileWork(TileRow at, TileRoom room, ref RowForce sum);
