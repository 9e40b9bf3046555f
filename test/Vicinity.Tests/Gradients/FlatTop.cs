namespace Vicinity.Tests;

/// <summary>A user's kernel that is flat at 0 and steepest away from it, w = 1 / (1 + f^2); in double only.</summary>
internal readonly struct FlatTop : IScalarKernel
{
    public bool IsPerPoint => false;

    public double LogWeight(double f, double theta) => -Math.Log(1 + (f * f));

    public double Decay(double f, double theta) => 2 * f / (1 + (f * f));
}
