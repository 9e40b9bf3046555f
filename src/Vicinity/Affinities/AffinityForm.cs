namespace Vicinity;

/// <summary>How the calibrated weights of the points are turned into input probabilities.</summary>
public enum AffinityForm
{
    /// <summary>R: every row is a distribution, sum_j p_ij = 1 (p_ij means p_j|i); belongs to point-wise costs.</summary>
    Row,

    /// <summary>C = R / n: rows as they are, one asymmetric distribution over ordered pairs.</summary>
    Conditional,

    /// <summary>J = (R + R^T) / 2n: one symmetric distribution over ordered pairs; belongs to pair-wise costs.</summary>
    Joint,

    /// <summary>RSR: the average of R and its transpose, every row normalised again; belongs to point-wise costs.</summary>
    RowSymmetricRow,

    /// <summary>N = (R + R^T) / 2: sums to n.</summary>
    Mean,

    /// <summary>M = V / sum V: raw weights over their grand sum, no row step, no symmetry.</summary>
    Matrix,

    /// <summary>V: the raw weights.</summary>
    Raw,
}
