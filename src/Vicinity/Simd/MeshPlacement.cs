namespace Vicinity;

/// <summary>Where a grid lies: a point is at the place (x - X) Scale + Before of an axis.</summary>
/// <remarks>The way from the first point is taken first: far from the origin it still has its digits, where the grid's own beginning would be rounded.</remarks>
/// <param name="X">The first point along the first axis.</param>
/// <param name="Y">Along the second axis, or 0.</param>
/// <param name="Z">Along the third axis, or 0.</param>
/// <param name="Scale">Places per unit of length.</param>
/// <param name="Before">Places in front of the first point.</param>
/// <param name="Stride">Way from one row of the grid to the next.</param>
/// <param name="Rows">Rows in a plane.</param>
internal readonly record struct MeshPlacement(float X, float Y, float Z, float Scale, int Before, int Stride, int Rows);
