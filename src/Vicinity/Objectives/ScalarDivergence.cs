using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Gives a divergence that has only its double forms the lane forms too, one number after the other: correct, but slower.</summary>
/// <typeparam name="TDivergence">The divergence, a struct.</typeparam>
/// <param name="divergence">Its parameters.</param>
[StructLayout(LayoutKind.Auto)]
public readonly struct ScalarDivergence<TDivergence>(TDivergence divergence) : IDivergence
    where TDivergence : struct, IScalarDivergence
{
    private readonly TDivergence divergence = divergence;

    /// <inheritdoc />
    public bool IsSeparable => divergence.IsSeparable;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => divergence.Term(p, q, lnQ);

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => divergence.Pull(p, q, lnQ);

    /// <inheritdoc />
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ)
    {
        Span<float> values = stackalloc float[3 * Lanes.Count];
        Unpack(p, q, lnQ, values);
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            values[lane] = (float)divergence.Term(values[lane], values[lane + Lanes.Count], values[lane + (2 * Lanes.Count)]);
        }

        return Lanes.Load(values);
    }

    /// <inheritdoc />
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ)
    {
        Span<float> values = stackalloc float[3 * Lanes.Count];
        Unpack(p, q, lnQ, values);
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            values[lane] = (float)divergence.Pull(values[lane], values[lane + Lanes.Count], values[lane + (2 * Lanes.Count)]);
        }

        return Lanes.Load(values);
    }

    private static void Unpack(Lanes p, Lanes q, Lanes lnQ, Span<float> values)
    {
        p.Store(values);
        q.Store(values[Lanes.Count..]);
        lnQ.Store(values[(2 * Lanes.Count)..]);
    }
}
