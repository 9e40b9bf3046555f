namespace Vicinity;

/// <summary>A kernel whose weight, its logarithm and psi share their work.</summary>
/// <remarks>Optional, for speed: engines then ask once. The numbers must be those of the three single forms, but for rounding.</remarks>
public interface IJointKernel
{
    /// <summary>w, ln w and psi at once.</summary>
    /// <param name="f">Squared distances, at least 0.</param>
    /// <param name="theta">The first points' own parameters, or 1.</param>
    /// <param name="weight">w.</param>
    /// <param name="logWeight">ln w.</param>
    /// <param name="decay">psi.</param>
    void Evaluate(Lanes f, Lanes theta, out Lanes weight, out Lanes logWeight, out Lanes decay);
}
