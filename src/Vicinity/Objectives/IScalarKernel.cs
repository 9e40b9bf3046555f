namespace Vicinity;

/// <summary>A similarity kernel w(f) in double: all that a correct method needs.</summary>
/// <remarks>
/// Implement it as a readonly struct whose fields are its parameters. f is the squared distance of two map points. Wrap the struct in
/// <see cref="ScalarKernel{TKernel}"/> to use it in an <see cref="Objective"/>, or implement <see cref="IKernel"/> for full speed.
/// </remarks>
public interface IScalarKernel
{
    /// <summary>True if theta is read: then w_ij uses theta_i and differs from w_ji. Must be a constant.</summary>
    bool IsPerPoint { get; }

    /// <summary>ln w(f), finite where w underflows.</summary>
    /// <param name="f">Squared distance, at least 0.</param>
    /// <param name="theta">The first point's own parameter, or 1.</param>
    double LogWeight(double f, double theta);

    /// <summary>psi = -d ln w / df, finite for every f at least 0.</summary>
    /// <param name="f">Squared distance, at least 0.</param>
    /// <param name="theta">The first point's own parameter, or 1.</param>
    double Decay(double f, double theta);
}
