namespace Vicinity.Tests;

/// <summary>A user's kernel with double forms only and a parameter per point: exp(-theta_i f), so that w_ij differs from w_ji.</summary>
internal readonly struct OwnPrecisionGaussian : IScalarKernel
{
    public bool IsPerPoint => true;

    public double LogWeight(double f, double theta) => -theta * f;

    public double Decay(double f, double theta) => theta;
}
