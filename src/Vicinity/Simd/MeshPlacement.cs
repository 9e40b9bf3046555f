namespace Vicinity;

/// <summary>Where a grid lies: place u of an axis is at Origin + u / Scale.</summary>
/// <param name="X">Origin of the first axis.</param>
/// <param name="Y">Origin of the second axis, or 0.</param>
/// <param name="Z">Origin of the third axis, or 0.</param>
/// <param name="Scale">Places per unit of length.</param>
/// <param name="Stride">Way from one row of the grid to the next.</param>
/// <param name="Rows">Rows in a plane.</param>
internal readonly record struct MeshPlacement(float X, float Y, float Z, float Scale, int Stride, int Rows);
