namespace Vicinity;

/// <summary>How true the stages before the optimisation are to the data.</summary>
/// <param name="VarianceKept">The share of the variance in the principal components that the data was reduced to; 1 if it was not reduced.</param>
/// <param name="NeighborRecall">The share of the true neighbours among those used; 1 if the search was exact, else measured on a sample.</param>
public sealed record PreparationReport(double VarianceKept, double NeighborRecall);
