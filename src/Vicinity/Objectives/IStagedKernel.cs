namespace Vicinity;

/// <summary>
/// A kernel whose forms follow from each other in a long chain (a logarithm, a power, another logarithm), told in two links: a processor works on
/// many pairs of one link at once, but on few of a whole chain.
/// </summary>
internal interface IStagedKernel
{
    /// <summary>The first link: two numbers to go on from.</summary>
    void Begin(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes first, out Lanes second);

    /// <summary>The other: w, ln w and psi.</summary>
    void End(Lanes first, Lanes second, out Lanes weight, out Lanes logWeight, out Lanes decay);
}
