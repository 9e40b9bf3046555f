namespace Vicinity;

/// <summary>A cost C = sum of terms of p and q, in double: all that a correct method needs.</summary>
/// <remarks>
/// Implement it as a readonly struct whose fields are its parameters. q comes with its logarithm, which stays finite where q underflows.
/// Wrap the struct in <see cref="ScalarDivergence{TDivergence}"/> to use it in an <see cref="Objective"/>, or implement
/// <see cref="IDivergence"/> for full speed.
/// </remarks>
public interface IScalarDivergence
{
    /// <summary>
    /// True if <see cref="Pull"/> depends on p alone and is 0 at p = 0; then C = sum Term(p, 1, 0) + sum Pull(p) ln q, and engines need
    /// only the pairs with p > 0 and the normaliser. Must be a constant.
    /// </summary>
    bool IsSeparable { get; }

    /// <summary>One summand of the cost.</summary>
    /// <param name="p">Input probability, at least 0.</param>
    /// <param name="q">Output probability, at least 0 (by underflow).</param>
    /// <param name="lnQ">ln q, finite.</param>
    double Term(double p, double q, double lnQ);

    /// <summary>h = q dC/dq, finite where q underflows.</summary>
    /// <param name="p">Input probability, at least 0.</param>
    /// <param name="q">Output probability, at least 0 (by underflow).</param>
    /// <param name="lnQ">ln q, finite.</param>
    double Pull(double p, double q, double lnQ);
}
