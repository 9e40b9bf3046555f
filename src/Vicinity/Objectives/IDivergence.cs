namespace Vicinity;

/// <summary>A cost C = sum of terms of p and q, in double and sixteen at a time.</summary>
/// <remarks>The lane forms compute the same as the double ones; <see cref="GradientCheck"/> checks the double ones.</remarks>
public interface IDivergence : IScalarDivergence
{
    /// <summary>Summands of the cost.</summary>
    /// <param name="p">Input probabilities, at least 0.</param>
    /// <param name="q">Output probabilities, at least 0 (by underflow).</param>
    /// <param name="lnQ">ln q, finite.</param>
    Lanes Term(Lanes p, Lanes q, Lanes lnQ);

    /// <summary>h = q dC/dq, finite where q underflows.</summary>
    /// <param name="p">Input probabilities, at least 0.</param>
    /// <param name="q">Output probabilities, at least 0 (by underflow).</param>
    /// <param name="lnQ">ln q, finite.</param>
    Lanes Pull(Lanes p, Lanes q, Lanes lnQ);
}
