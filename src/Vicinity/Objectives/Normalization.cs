namespace Vicinity;

/// <summary>How similarities in the map become probabilities, q = w / S.</summary>
public enum Normalization
{
    /// <summary>q_ij = w_ij / sum_l w_il: one distribution per point.</summary>
    PointWise,

    /// <summary>q_ij = w_ij / sum_kl w_kl: one distribution over all ordered pairs.</summary>
    PairWise,
}
