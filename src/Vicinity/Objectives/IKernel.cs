namespace Vicinity;

/// <summary>A similarity kernel w(f), in double and sixteen at a time.</summary>
/// <remarks>The lane forms compute the same as the double ones; <see cref="GradientCheck"/> checks the double ones.</remarks>
public interface IKernel : IScalarKernel
{
    /// <summary>ln w(f), finite where w underflows.</summary>
    /// <param name="f">Squared distances, at least 0.</param>
    /// <param name="theta">The first points' own parameters, or 1.</param>
    Lanes LogWeight(Lanes f, Lanes theta);

    /// <summary>w(f) itself, where there is something cheaper than exp(LogWeight).</summary>
    /// <param name="f">Squared distances, at least 0.</param>
    /// <param name="theta">The first points' own parameters, or 1.</param>
    Lanes Weight(Lanes f, Lanes theta);

    /// <summary>psi = -d ln w / df, finite for every f at least 0.</summary>
    /// <param name="f">Squared distances, at least 0.</param>
    /// <param name="theta">The first points' own parameters, or 1.</param>
    Lanes Decay(Lanes f, Lanes theta);
}
