namespace Vicinity;

/// <summary>Where the precisions beta_i of the output kernel come from: w_ij = w(beta_i f_ij).</summary>
public enum OutputPrecision
{
    /// <summary>1 for all points.</summary>
    None,

    /// <summary>Those of the input calibration (the original NeRV); map and data then share units.</summary>
    Transfer,

    /// <summary>beta_u = U^(-2 s / K) / 2 for each perplexity U of a multi-scale cost.</summary>
    Scale,
}
