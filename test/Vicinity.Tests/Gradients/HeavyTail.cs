namespace Vicinity.Tests;

/// <summary>A user's kernel in double only: (1 + f / a)^-a with a = 1/2, as t with half a degree of freedom.</summary>
internal readonly struct HeavyTail : IScalarKernel
{
    public bool IsPerPoint => false;

    public double LogWeight(double f, double theta) => -0.5 * Math.Log(1 + (2 * f));

    public double Decay(double f, double theta) => 1 / (1 + (2 * f));
}
