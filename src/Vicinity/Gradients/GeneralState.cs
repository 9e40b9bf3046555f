namespace Vicinity;

/// <summary>What the rows of a general gradient share, one number per point, padded to a multiple of sixteen.</summary>
/// <param name="Theta">The kernel's parameter.</param>
/// <param name="LogNormalizers">ln S_i; pair-wise ln S.</param>
/// <param name="PullSums">sum_j h_ij; pair-wise the sum over all pairs.</param>
/// <param name="IsSymmetric">True if k_ij = k_ji: one S, no parameter per point, a symmetric P.</param>
internal sealed record GeneralState(float[] Theta, float[] LogNormalizers, float[] PullSums, bool IsSymmetric);
