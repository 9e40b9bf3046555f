using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>1 - q and its logarithm from ln q, with their digits where q is near 1, and never 0: two points at one place have w = 1.</summary>
internal static class Complement
{
    private const float Smallest = 1e-30f;

    public static double Of(double lnQ) => Math.Max(-NearZero.ExpMinusOne(lnQ), Smallest);

    public static double LogOf(double q, double lnQ) => q < 0.5 ? NearZero.LogOnePlus(-q) : Math.Log(Of(lnQ));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Of(Lanes q, Lanes lnQ) => Lanes.Max(-Lanes.ExpMinusOne(lnQ, q), Lanes.Broadcast(Smallest));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes LogOf(Lanes q, Lanes lnQ) =>
        Lanes.Select(q < Lanes.Broadcast(0.5f), Lanes.LogOnePlus(-q), Lanes.Log(Of(q, lnQ)));
}
