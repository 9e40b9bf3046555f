namespace Vicinity;

/// <summary>What is summed on a grid.</summary>
/// <param name="spacing">Way between two places of the grid.</param>
/// <param name="reach">The largest distance on it.</param>
internal delegate MeshFunction MeshFunctions(double spacing, double reach);
