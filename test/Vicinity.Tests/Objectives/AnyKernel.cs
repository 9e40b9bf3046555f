namespace Vicinity.Tests;

/// <summary>Any kernel behind one type, so that a test can walk over a list of them.</summary>
internal readonly struct AnyKernel(IScalarKernel inner) : IScalarKernel
{
    public bool IsPerPoint => inner.IsPerPoint;

    public double LogWeight(double f, double theta) => inner.LogWeight(f, theta);

    public double Decay(double f, double theta) => inner.Decay(f, theta);
}
