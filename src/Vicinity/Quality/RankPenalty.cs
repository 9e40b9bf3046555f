namespace Vicinity;

/// <summary>Trustworthiness of one point, and continuity, which is the same with the two orders exchanged.</summary>
internal static class RankPenalty
{
    /// <summary>n a: 2 / (k (2n - 3k - 1)) below n / 2, else 2 / ((n - k)(n - k - 1)); 0 if all others are neighbours.</summary>
    public static double Factor(int count, int neighbors) =>
        neighbors >= count - 1 ? 0
        : 2.0 * neighbors < count ? 2 / (neighbors * ((2.0 * count) - (3.0 * neighbors) - 1))
        : 2 / ((double)(count - neighbors) * (count - neighbors - 1));

    /// <summary>sum (rank - k) over the k nearest here whose rank there is above k, and how many of them are k nearest there too.</summary>
    public static (long Penalty, int Kept) Of(ReadOnlySpan<int> nearestHere, int[] ranksThere)
    {
        long penalty = 0;
        int kept = 0;
        foreach (int j in nearestHere)
        {
            int beyond = ranksThere[j] - nearestHere.Length;
            penalty += Math.Max(0, beyond);
            kept += beyond <= 0 ? 1 : 0;
        }

        return (penalty, kept);
    }
}
