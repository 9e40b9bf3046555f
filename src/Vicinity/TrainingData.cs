namespace Vicinity;

/// <summary>The rows that a map was made of, as the search for neighbours saw them.</summary>
/// <param name="Steps">How they became so.</param>
/// <param name="Points">n x columns after all steps.</param>
/// <param name="Radii">See <see cref="NeighborRadii"/>; empty if unknown.</param>
internal sealed record TrainingData(InputSteps Steps, Matrix Points, float[] Radii);
