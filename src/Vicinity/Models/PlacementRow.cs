namespace Vicinity;

/// <summary>What is known of one new row before it is placed.</summary>
/// <param name="Neighbors">Its nearest training rows, nearest first.</param>
/// <param name="Distances">How far they are.</param>
/// <param name="Weights">p of the row beside them, in the form that the objective reads.</param>
/// <param name="Theta">The kernel's own parameter for it; 1 for kernels without one.</param>
/// <param name="AllDistances">To all training rows, where a part compares them; else empty.</param>
internal sealed record PlacementRow(int[] Neighbors, float[] Distances, double[] Weights, double Theta, double[] AllDistances);
