namespace Vicinity.Tests;

/// <summary>A kernel whose derivative is off by a hundredth.</summary>
internal readonly struct WrongDecay : IScalarKernel
{
    public bool IsPerPoint => false;

    public double LogWeight(double f, double theta) => -f;

    public double Decay(double f, double theta) => 1 + (0.01 * f);
}
