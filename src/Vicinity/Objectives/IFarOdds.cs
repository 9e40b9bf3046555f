namespace Vicinity;

/// <summary>A divergence whose pull at p = 0 is q over something that hangs on 1 - q.</summary>
/// <remarks>Where q is normalised, 1 - q needs no logarithm: rows that one pair holds nearly alone are done in double.</remarks>
internal interface IFarOdds
{
    /// <summary>q / h at p = 0, above 0.</summary>
    /// <param name="rest">1 - q, above 0.</param>
    Lanes FarDivisor(Lanes rest);
}
