namespace Vicinity;

/// <summary>A divergence that says what it is at p = 0, where nearly all pairs are.</summary>
/// <remarks>
/// Optional, for speed: engines then sum powers of w over those pairs and evaluate the divergence itself only where p is above 0. Its term
/// at p = 0 must be the integral of h / q that is 0 at q = 0.
/// </remarks>
public interface IFarLaw
{
    /// <summary>The pull at p = 0; null if it is no such law.</summary>
    FarLaw? FarLaw { get; }
}
