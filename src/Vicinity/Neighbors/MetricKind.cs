namespace Vicinity;

/// <summary>The distances that are known by name, and those of the caller.</summary>
internal enum MetricKind
{
    /// <summary>Roots of sums of squares.</summary>
    Euclidean,

    /// <summary>Chords between directions.</summary>
    Cosine,

    /// <summary>Chords between directions of centred rows.</summary>
    Correlation,

    /// <summary>Sums of absolute differences.</summary>
    Manhattan,

    /// <summary>Largest absolute differences.</summary>
    Chebyshev,

    /// <summary>Shares of columns that differ.</summary>
    Hamming,

    /// <summary>Shares of the columns in use that only one of the two uses.</summary>
    Jaccard,

    /// <summary>A function of the caller.</summary>
    Own,
}
