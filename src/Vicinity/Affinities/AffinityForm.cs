namespace Vicinity;

/// <summary>How the calibrated weights of the points are turned into input probabilities.</summary>
public enum AffinityForm
{
    /// <summary>R: every row is a distribution, sum_j p_ij = 1 (p_ij means p_j|i); belongs to point-wise costs.</summary>
    Row,

    /// <summary>J = (R + R^T) / 2n: one symmetric distribution over ordered pairs; belongs to pair-wise costs.</summary>
    Joint,
}
