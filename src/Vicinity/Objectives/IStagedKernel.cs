namespace Vicinity;

/// <summary>
/// A kernel whose forms follow from each other in a long chain (a logarithm, a power, another logarithm), told in links: a processor works on
/// many pairs of one link at once, but on few of a whole chain.
/// </summary>
internal interface IStagedKernel
{
    /// <summary>True if there is a link in the middle. Must be a constant.</summary>
    bool IsLong { get; }

    /// <summary>The first link: two numbers to go on from.</summary>
    void Begin(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes first, out Lanes second);

    /// <summary>The link in the middle: three numbers from these two.</summary>
    void Continue(ref Lanes first, ref Lanes second, out Lanes third);

    /// <summary>The last: w, ln w and psi.</summary>
    void End(Lanes first, Lanes second, Lanes third, out Lanes weight, out Lanes logWeight, out Lanes decay);
}
