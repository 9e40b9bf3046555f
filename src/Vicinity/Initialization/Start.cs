namespace Vicinity;

/// <summary>Where the points of a map begin.</summary>
public abstract class Start
{
    /// <summary>Standard deviation of the first coordinate of a made start (van der Maaten and Hinton 2008 use 1e-4).</summary>
    internal const double Spread = 1e-4;

    private protected Start(string name) => Name = name;

    /// <summary>The start's usual name: pca, random or given.</summary>
    public string Name { get; }

    /// <summary>Scores on the first principal components, all columns divided by the first one's standard deviation, times 1e-4.</summary>
    public static Start Pca { get; } = new PcaStart();

    /// <summary>Independent normal numbers of standard deviation 1e-4, from the seed.</summary>
    public static Start Random { get; } = new RandomStart();

    /// <summary>A given map, used as it is, never rescaled.</summary>
    /// <param name="positions">n x dimensions, finite.</param>
    /// <exception cref="ArgumentException">A position is not finite.</exception>
    public static Start From(Matrix positions) => new GivenStart(positions);

    /// <summary>Makes the start for a data set; the same bits for any number of threads.</summary>
    /// <param name="data">n x d points.</param>
    /// <param name="dimensions">Coordinates of the map, 1 ... 3.</param>
    /// <param name="seed">Seed of the random numbers, where there are any.</param>
    /// <param name="threads">Cores to use; 0 is all.</param>
    /// <param name="warnings">Where notes go, such as about too few principal components.</param>
    /// <returns>n x dimensions positions.</returns>
    /// <exception cref="ArgumentException">A given start has another shape than n x dimensions.</exception>
    public abstract Matrix Build(Matrix data, int dimensions, int seed = 0, int threads = 0, ICollection<FitWarning>? warnings = null);

    /// <inheritdoc />
    public override string ToString() => Name;
}
