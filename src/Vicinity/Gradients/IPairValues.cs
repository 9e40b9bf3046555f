namespace Vicinity;

/// <summary>What a cost compares the map with, one number p for every ordered pair: sparse affinities or a dense table.</summary>
internal interface IPairValues
{
    /// <summary>Number of points, n.</summary>
    int Count { get; }

    /// <summary>True if p_ij = p_ji.</summary>
    bool IsSymmetric { get; }

    /// <summary>Writes p_ij and p_ji for all j; both spans have at least n numbers.</summary>
    void Read(int i, Span<float> there, Span<float> back);
}
