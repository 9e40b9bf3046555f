namespace Vicinity;

/// <summary>What a start may be made from.</summary>
/// <param name="Count">n.</param>
/// <param name="Dimensions">Coordinates of the map.</param>
/// <param name="Seed">Of the random numbers, where there are any.</param>
/// <param name="Threads">Cores to use.</param>
internal sealed record StartInput(int Count, int Dimensions, int Seed, int Threads)
{
    /// <summary>n x d points; null if only affinities or distances are known.</summary>
    public Matrix? Data { get; init; }

    /// <summary>n x d points as a sparse table; null if there are none such.</summary>
    public SparseMatrix? Sparse { get; init; }

    /// <summary>P; null if there is none.</summary>
    public Affinities? Affinities { get; init; }

    /// <summary>The distances of a point to all, length at least n, where the objective compares such; null otherwise.</summary>
    public Func<int, ReadOnlySpan<float>>? Distances { get; init; }

    /// <summary>Where notes go.</summary>
    public ICollection<FitWarning>? Warnings { get; init; }

    /// <summary>The data, without which a start cannot be made.</summary>
    /// <exception cref="ArgumentException">There is no data.</exception>
    public Matrix RequireData(string start) =>
        Data ?? throw new ArgumentException($"The start {start} is made from the data, but there are no rows of numbers. Use another start, such as spectral or random.", nameof(start));
}
