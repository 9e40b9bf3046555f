namespace Vicinity;

/// <summary>How distances of the data become affinities.</summary>
public enum InputKernel
{
    /// <summary>exp(-beta_i r^2), beta_i from the perplexity.</summary>
    Gaussian,

    /// <summary>exp(-beta_i r), beta_i from the perplexity.</summary>
    Exponential,

    /// <summary>1 on the k nearest; k is the perplexity, rounded down, unless a number of neighbours is set.</summary>
    Nearest,

    /// <summary>
    /// exp(-max(0, r - rho_i) / sigma_i), rho_i the nearest distance above 0 and sigma_i such that the row sums to log2 k: UMAP's weights
    /// (McInnes, Healy and Melville 2018). k is a set number of neighbours or 15, and counts the point itself; a perplexity is not read.
    /// </summary>
    SmoothNearest,
}
