namespace Vicinity;

/// <summary>A divergence whose pull at p = 0 is a matter of q and 1 - q.</summary>
/// <remarks>Where q is normalised, 1 - q needs no logarithm: rows that one pair holds nearly alone are done in double.</remarks>
internal interface IFarOdds
{
    /// <summary>h at p = 0.</summary>
    /// <param name="q">Output probabilities.</param>
    /// <param name="rest">1 - q, above 0.</param>
    Lanes FarPull(Lanes q, Lanes rest);
}
