namespace Vicinity.Tests;

/// <summary>Half of sum (p - q)^2 as a user may write it: double forms only, nothing told about p = 0.</summary>
internal readonly struct HalfSquares : IScalarDivergence
{
    public bool IsSeparable => false;

    public double Term(double p, double q, double lnQ) => 0.5 * (p - q) * (p - q);

    public double Pull(double p, double q, double lnQ) => q * (q - p);
}
