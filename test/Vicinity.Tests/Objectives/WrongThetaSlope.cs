namespace Vicinity.Tests;

/// <summary>A learnable kernel whose slope in theta is off by a tenth.</summary>
internal readonly struct WrongThetaSlope : ILearnableKernel
{
    public bool IsPerPoint => true;

    public double LogWeight(double f, double theta) => default(HeavyTailedPerPoint).LogWeight(f, theta);

    public double Decay(double f, double theta) => default(HeavyTailedPerPoint).Decay(f, theta);

    public double ThetaSlope(double f, double theta) => 1.1 * default(HeavyTailedPerPoint).ThetaSlope(f, theta);

    public Lanes LogWeight(Lanes f, Lanes theta) => default(HeavyTailedPerPoint).LogWeight(f, theta);

    public Lanes Weight(Lanes f, Lanes theta) => default(HeavyTailedPerPoint).Weight(f, theta);

    public Lanes Decay(Lanes f, Lanes theta) => default(HeavyTailedPerPoint).Decay(f, theta);

    public Lanes ThetaSlope(Lanes f, Lanes theta) => default(HeavyTailedPerPoint).ThetaSlope(f, theta);
}
