using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The cost of UMAP, sum v ln(v / w) + (1 - v) ln((1 - v) / (1 - w)) with 1e-9 inside every logarithm; here p = v and q = w.</summary>
/// <remarks>
/// The force is that of dC/dw = (w - v) / (w (1 - w + delta)), so it is the gradient of the cost only at delta = 0; a kernel may soften
/// it instead (<see cref="UmapKernel"/>). McInnes, Healy and Melville (2018), every pair counted instead of sampled.
/// </remarks>
public readonly struct FuzzyCrossEntropy : IDivergence, IFarOdds
{
    private const float Inside = 1e-9f;

    private readonly float laneDelta;

    /// <summary>The cost of UMAP, softened.</summary>
    /// <param name="delta">Softening of the force at short distances, at least 0: 0 is the gradient of the cost, 0.1 the default of t-UMAP.</param>
    /// <exception cref="ArgumentOutOfRangeException">Delta is not a number of at least 0.</exception>
    public FuzzyCrossEntropy(double delta)
    {
        Delta = ParameterRange.NotNegative(delta);
        laneDelta = (float)delta;
    }

    /// <summary>Softening of the force at short distances, at least 0: 0 is the gradient of the cost, 0.1 the default of t-UMAP.</summary>
    public double Delta { get; }

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) =>
        (p * (Math.Log(p + Inside) - Math.Log(q + Inside)))
        + ((1 - p) * (NearZero.LogOnePlus(Inside - p) - (q < 0.5 ? NearZero.LogOnePlus(Inside - q) : Math.Log(Complement.Of(lnQ) + Inside))));

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => (q - p) / (Complement.Of(lnQ) + Delta);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ)
    {
        Lanes inside = Lanes.Broadcast(Inside);
        Lanes absent = Lanes.Broadcast(1) - p;
        Lanes lnAbsent = Lanes.Select(p < Lanes.Broadcast(0.5f), Lanes.LogOnePlus(inside - p), Lanes.Log(absent + inside));
        Lanes lnRoom = Lanes.Select(q < Lanes.Broadcast(0.5f), Lanes.LogOnePlus(inside - q), Lanes.Log(Complement.Of(q, lnQ) + inside));
        return (p * (Lanes.Log(p + inside) - Lanes.Log(q + inside))) + (absent * (lnAbsent - lnRoom));
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => (q - p) / (Complement.Of(q, lnQ) + Lanes.Broadcast(laneDelta));

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Lanes IFarOdds.FarDivisor(Lanes rest) => rest + Lanes.Broadcast(laneDelta);
}
