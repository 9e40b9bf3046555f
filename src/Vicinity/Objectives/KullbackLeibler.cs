using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>KL(P || Q) = sum p ln(p / q); a pair with p = 0 adds nothing.</summary>
public readonly struct KullbackLeibler : IDivergence
{
    /// <inheritdoc />
    public bool IsSeparable => true;

    /// <inheritdoc />
    public double Term(double p, double q, double lnQ) => p > 0 ? p * (Math.Log(p) - lnQ) : 0;

    /// <inheritdoc />
    public double Pull(double p, double q, double lnQ) => -p;

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => Lanes.Select(p > Lanes.Zero, p * (Lanes.Log(p) - lnQ), Lanes.Zero);

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => -p;
}
