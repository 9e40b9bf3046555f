namespace Vicinity.Tests;

/// <summary>Any divergence behind one type, so that a test can walk over a list of them.</summary>
internal readonly struct AnyDivergence(IScalarDivergence inner) : IScalarDivergence
{
    public bool IsSeparable => inner.IsSeparable;

    public double Term(double p, double q, double lnQ) => inner.Term(p, q, lnQ);

    public double Pull(double p, double q, double lnQ) => inner.Pull(p, q, lnQ);
}
