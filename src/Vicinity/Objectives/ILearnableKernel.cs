namespace Vicinity;

/// <summary>A kernel whose theta can be learned: it knows the slope of ln w.</summary>
public interface ILearnableKernel : IKernel
{
    /// <summary>d ln w / d theta.</summary>
    /// <param name="f">Squared distance, at least 0.</param>
    /// <param name="theta">The first point's own parameter.</param>
    double ThetaSlope(double f, double theta);

    /// <summary>d ln w / d theta.</summary>
    /// <param name="f">Squared distances, at least 0.</param>
    /// <param name="theta">The first points' own parameters.</param>
    Lanes ThetaSlope(Lanes f, Lanes theta);
}
