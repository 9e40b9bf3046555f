using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>A divergence as it is at p = 0 between normalised q: its pull without a logarithm.</summary>
/// <param name="divergence">The divergence.</param>
internal readonly struct FarOdds<TDivergence>(TDivergence divergence) : IDivergence, IPairedPull
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
    public Lanes Pull(Lanes p, Lanes q, Lanes lnQ) => q / Divisor(q);

    /// <summary>With one division for both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pull(Lanes q, Lanes otherQ, out Lanes pull, out Lanes otherPull)
    {
        Lanes divisor = Divisor(q);
        Lanes other = Divisor(otherQ);
        Lanes inverse = Lanes.Broadcast(1) / (divisor * other);
        pull = q * other * inverse;
        otherPull = otherQ * divisor * inverse;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Divisor(Lanes q) => ((IFarOdds)divergence).FarDivisor(Lanes.Max(Lanes.Broadcast(1) - q, Lanes.Broadcast(SmallestRest)));
}
