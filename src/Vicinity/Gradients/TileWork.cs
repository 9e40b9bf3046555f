namespace Vicinity;

/// <summary>Adds what point <c>at.I</c> gets from the columns of the tile to <paramref name="sum"/>, and what they get from it to <paramref name="columns"/>.</summary>
/// <param name="at">The tile.</param>
/// <param name="columns">One stretch of padded length per sum, as many as were asked for.</param>
/// <param name="sum">The sums of the row.</param>
internal delegate void TileWork(TileRow at, Span<float> columns, ref RowForce sum);
