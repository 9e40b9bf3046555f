using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>The cost of LargeVis, -sum p ln w - gamma / (1 - delta) sum ln(1 - (1 - delta) w), here q = w.</summary>
/// <remarks>
/// delta = 0 is LargeVis, every pair counted instead of sampled; delta = 1 is -sum p ln w + gamma sum w. A small delta keeps the force
/// finite at short distances and is descended; the cost told is the one at 0. Tang, Liu, Zhang and Mei (2016).
/// </remarks>
public readonly struct LargeVis : IDivergence
{
    private readonly float laneGamma;
    private readonly float laneDelta;

    /// <summary>The cost of LargeVis.</summary>
    /// <param name="gamma">Weight of the repulsion, at least 0; the method's default is 1.</param>
    /// <param name="delta">Softening at short distances, 0 to 1; the default when descending is 0.1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Gamma is not a number of at least 0, or delta not one from 0 to 1.</exception>
    public LargeVis(double gamma, double delta)
    {
        Gamma = ParameterRange.NotNegative(gamma);
        Delta = ParameterRange.Share(delta);
        laneGamma = (float)gamma;
        laneDelta = (float)delta;
    }

    /// <summary>Weight of the repulsion.</summary>
    public double Gamma { get; }

    /// <summary>Softening at short distances.</summary>
    public double Delta { get; }

    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => (Delta == 1 ? Gamma * q : -Gamma / (1 - Delta) * Math.Log(Room(lnQ))) - (p * lnQ);

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => (Gamma * q / Room(lnQ)) - p;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ)
    {
        // Near w = 0 the logarithm of 1 - (1 - delta) w is taken from w, near 1 from 1 - w.
        Lanes share = Lanes.Broadcast(1 - laneDelta);
        Lanes logarithm = Lanes.Select(q < Lanes.Broadcast(0.5f), Lanes.LogOnePlus(-(share * q)), Lanes.Log(Room(q, lnQ)));
        Lanes repulsion = Delta == 1 ? q : -(logarithm / share);
        return (Lanes.Broadcast(laneGamma) * repulsion) - (p * lnQ);
    }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => (Lanes.Broadcast(laneGamma) * q / Room(q, lnQ)) - p;

    /// <summary>1 - (1 - delta) w.</summary>
    private double Room(double lnQ) => Delta + ((1 - Delta) * Complement.Of(lnQ));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Room(Lanes q, Lanes lnQ) => Lanes.FusedMultiplyAdd(Lanes.Broadcast(1 - laneDelta), Complement.Of(q, lnQ), Lanes.Broadcast(laneDelta));
}
