namespace Vicinity;

/// <summary>A distance of one's own: r(x, y), at least 0, finite, the same both ways.</summary>
/// <param name="x">One point; length d.</param>
/// <param name="y">Another point; length d.</param>
/// <returns>r, not squared.</returns>
public delegate double DistanceFunction(ReadOnlySpan<float> x, ReadOnlySpan<float> y);
