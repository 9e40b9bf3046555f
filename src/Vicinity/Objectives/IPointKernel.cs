namespace Vicinity;

/// <summary>A kernel of parameters of points that is told 1 / theta, and whose slope follows from its other forms: divisions and logarithms are dear.</summary>
internal interface IPointKernel
{
    /// <summary>w, ln w and psi at once.</summary>
    void Evaluate(Lanes f, Lanes theta, Lanes inverseTheta, out Lanes weight, out Lanes logWeight, out Lanes decay);

    /// <summary>d ln w / d theta, from ln w and psi.</summary>
    Lanes ThetaSlope(Lanes f, Lanes theta, Lanes inverseTheta, Lanes logWeight, Lanes decay);
}
