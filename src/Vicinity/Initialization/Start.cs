namespace Vicinity;

/// <summary>Where the points of a map begin.</summary>
public abstract class Start
{
    private protected Start(string name) => Name = name;

    /// <summary>The start's usual name: pca, random or given.</summary>
    public string Name { get; }

    /// <summary>Scores on the first principal components, all columns divided by the first one's standard deviation, times 1e-4.</summary>
    public static Start Pca => throw new NotImplementedException();

    /// <summary>Independent normal numbers of standard deviation 1e-4, from the seed.</summary>
    public static Start Random => throw new NotImplementedException();

    /// <summary>A given map, used as it is, never rescaled.</summary>
    /// <param name="positions">n x dimensions, finite.</param>
    public static Start From(Matrix positions) => throw new NotImplementedException();

    /// <summary>Makes the start for a data set.</summary>
    /// <param name="data">n x d points.</param>
    /// <param name="dimensions">Coordinates of the map, 1 ... 3.</param>
    /// <param name="seed">Seed of the random numbers, where there are any.</param>
    /// <param name="warnings">Where notes go, such as about too few principal components.</param>
    /// <returns>n x dimensions positions.</returns>
    public abstract Matrix Build(Matrix data, int dimensions, int seed = 0, ICollection<FitWarning>? warnings = null);
}
