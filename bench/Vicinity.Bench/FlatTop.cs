namespace Vicinity.Bench;

/// <summary>A kernel as a user might write it, like no other here: w = 1 / (1 + f^2), flat at 0, in double only.</summary>
internal readonly struct FlatTop : IScalarKernel
{
    public bool IsPerPoint => false;

    public double LogWeight(double f, double theta) => -Math.Log(1 + (f * f));

    public double Decay(double f, double theta) => 2 * f / (1 + (f * f));
}
