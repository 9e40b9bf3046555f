namespace Vicinity;

/// <summary>A divergence that is only asked at p = 0, and has the pulls of both directions of a pair for less than twice the price of one.</summary>
internal interface IPairedPull
{
    /// <summary>h at two q.</summary>
    void Pull(Lanes q, Lanes otherQ, out Lanes pull, out Lanes otherPull);
}
