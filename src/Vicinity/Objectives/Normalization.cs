namespace Vicinity;

/// <summary>How similarities in the map become the numbers that a cost compares with P.</summary>
public enum Normalization
{
    /// <summary>q_ij = w_ij / sum_l w_il: one distribution per point.</summary>
    PointWise,

    /// <summary>q_ij = w_ij / sum_kl w_kl: one distribution over all ordered pairs.</summary>
    PairWise,

    /// <summary>q_ij = (w_ij + w_ji) / (2 sum_kl w_kl): pair-wise and made symmetric, for kernels with parameters per point.</summary>
    Averaged,

    /// <summary>q_ij = w_ij: the cost compares the weights themselves.</summary>
    None,
}
