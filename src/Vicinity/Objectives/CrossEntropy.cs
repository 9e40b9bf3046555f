using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>Cross-entropy of two distributions, pair by pair: sum p ln(p / q) + (1 - p) ln((1 - p) / (1 - q)).</summary>
/// <remarks>The cost of nt-UMAP, on normalised weights.</remarks>
public readonly struct CrossEntropy : IDivergence, IFarOdds
{
    /// <inheritdoc />
    public bool IsSeparable => false;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) =>
        default(KullbackLeibler).Term(p, q, lnQ) + (p < 1 ? (1 - p) * (NearZero.LogOnePlus(-p) - Complement.LogOf(q, lnQ)) : 0);

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => (q - p) / Complement.Of(lnQ);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) =>
        default(KullbackLeibler).Term(p, q, lnQ) + Lanes.Select(
            p < Lanes.Broadcast(1), (Lanes.Broadcast(1) - p) * (Lanes.LogOnePlus(-p) - Complement.LogOf(q, lnQ)), Lanes.Zero);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => (q - p) / Complement.Of(q, lnQ);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Lanes IFarOdds.FarDivisor(Lanes rest) => rest;
}
