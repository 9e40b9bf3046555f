namespace Vicinity;

/// <summary>The kernels that can be mixed by name.</summary>
internal enum MixtureKernel
{
    Gaussian,
    StudentT,
    HeavyTailed,
    Inhomogeneous,
    Kobak,
    TTail,
    Umap,

    /// <summary>Distances themselves.</summary>
    None,
}
