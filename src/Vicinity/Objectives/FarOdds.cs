using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>A divergence as it is at p = 0 between normalised q: its pull without a logarithm.</summary>
/// <param name="divergence">The divergence.</param>
internal readonly struct FarOdds<TDivergence>(TDivergence divergence) : IDivergence
    where TDivergence : struct, IDivergence
{
    private const float SmallestRest = 1e-7f;

    private readonly TDivergence divergence = divergence;

    public bool IsSeparable => divergence.IsSeparable;

    public double Term(double p, double q, double lnQ) => divergence.Term(p, q, lnQ);

    public double Pull(double p, double q, double lnQ) => divergence.Pull(p, q, lnQ);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Term(Lanes p, Lanes q, Lanes lnQ) => divergence.Term(p, q, lnQ);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) =>
        ((IFarOdds)divergence).FarPull(q, Lanes.Max(Lanes.Broadcast(1) - q, Lanes.Broadcast(SmallestRest)));
}
