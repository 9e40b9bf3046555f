namespace Vicinity;

/// <summary>The parameters of sixteen points, or of one in all lanes.</summary>
internal readonly struct PointLanes(Lanes precision, Lanes theta, Lanes inverseTheta, Lanes mass, Lanes logMass)
{
    public readonly Lanes Precision = precision;
    public readonly Lanes Theta = theta;
    public readonly Lanes InverseTheta = inverseTheta;
    public readonly Lanes Mass = mass;
    public readonly Lanes LogMass = logMass;
}
