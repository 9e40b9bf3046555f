using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>What far laws are made of, as if it were a cost: w^s, and with s = 1 in its logarithmic form w ln w. Term and pull are the same.</summary>
internal readonly struct WeightPower(double power, bool isLogarithmic = false) : IDivergence
{
    private const float Lowest = -1e30f;                // stands for minus infinity, so that 0 times it is 0

    private readonly float lanePower = (float)power;

    public bool IsSeparable => false;

    public double Term(double p, double q, double lnQ) => Pull(p, q, lnQ);

    public double Pull(double p, double q, double lnQ) => isLogarithmic ? q == 0 ? 0 : q * lnQ : Math.Exp(power * lnQ);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => Pull(p, q, lnQ);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) =>
        isLogarithmic ? q * Lanes.Max(Lanes.Broadcast(Lowest), lnQ)
        : lanePower == 1 ? q
        : Lanes.Exp(Lanes.Broadcast(lanePower) * lnQ);
}
