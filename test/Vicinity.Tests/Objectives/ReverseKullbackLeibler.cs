namespace Vicinity.Tests;

/// <summary>A user's divergence with double forms only: sum q ln(q / (p + epsilon)).</summary>
internal readonly struct ReverseKullbackLeibler : IScalarDivergence
{
    private const double Floor = 2.220446049250313e-16;

    public bool IsSeparable => false;

    public double Term(double p, double q, double lnQ) => q * (lnQ - Math.Log(p + Floor));

    public double Pull(double p, double q, double lnQ) => q * (lnQ - Math.Log(p + Floor) + 1);
}
