namespace Vicinity;

/// <summary>Where a fit stands.</summary>
/// <param name="Stage">scale, pca, neighbors, affinities, start or optimize.</param>
/// <param name="Iteration">Iterations done so far.</param>
/// <param name="Iterations">Iterations of the whole schedule.</param>
/// <param name="Loss">The loss of the true P at <paramref name="Iteration"/>; NaN before the optimisation.</param>
public readonly record struct FitProgress(string Stage, int Iteration, int Iterations, double Loss);
