namespace Vicinity;

/// <summary>What a cost compares the map with, one number p for every ordered pair: sparse affinities or a dense table.</summary>
internal interface IPairValues
{
    /// <summary>Number of points, n.</summary>
    int Count { get; }

    /// <summary>True if p_ij = p_ji.</summary>
    bool IsSymmetric { get; }

    /// <summary>The p_ij of row i that are stored, in the order of j; all others are 0, and so may some of these be.</summary>
    ReadOnlySpan<float> Stored(int i);

    /// <summary>Writes p_ij and p_ji for the j from <paramref name="first"/> to before <paramref name="end"/>, the first one to the beginning of both spans.</summary>
    void Read(int i, int first, int end, Span<float> there, Span<float> back);
}
