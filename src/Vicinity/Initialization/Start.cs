namespace Vicinity;

/// <summary>Where the points of a map begin.</summary>
public abstract class Start
{
    /// <summary>Standard deviation of the first coordinate of a made start (van der Maaten and Hinton 2008 use 1e-4).</summary>
    internal const double Spread = 1e-4;

    private protected Start(string name) => Name = name;

    /// <summary>The start's usual name: auto, pca, pca-raw, random, uniform, mds, spectral or given.</summary>
    public string Name { get; }

    /// <summary>What suits the objective: <see cref="Pca"/> for affinities, <see cref="PcaRaw"/> for distances, <see cref="Mds"/> for geodesic ones.</summary>
    public static Start Auto { get; } = new AutoStart();

    /// <summary>Scores on the first principal components, all columns divided by the first one's standard deviation, times 1e-4.</summary>
    public static Start Pca { get; } = new PcaStart("pca", isScaled: true);

    /// <summary>Scores on the first principal components in units of the data: the start of metric MDS.</summary>
    public static Start PcaRaw { get; } = new PcaStart("pca-raw", isScaled: false);

    /// <summary>Independent normal numbers of standard deviation 1e-4, from the seed.</summary>
    public static Start Random { get; } = new RandomStart();

    /// <summary>Independent uniform numbers in [0, 1], from the seed (Venna et al. 2010).</summary>
    public static Start Uniform { get; } = new UniformStart();

    /// <summary>
    /// Classical scaling of the distances that the objective compares, eigenvectors of -1/2 J R^2 J times the roots of their eigenvalues, 0 for
    /// negative ones (Torgerson 1952); of Euclidean ones these are the scores of <see cref="PcaRaw"/>.
    /// </summary>
    public static Start Mds { get; } = new MdsStart();

    /// <summary>
    /// Laplacian eigenmap of P: the top eigenvectors of D^-1 P after the constant, scaled like <see cref="Pca"/>; P is made symmetric first
    /// (Belkin and Niyogi 2003).
    /// </summary>
    public static Start Spectral { get; } = new SpectralStart();

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
    /// <exception cref="ArgumentException">A given start has another shape than n x dimensions, or the start is made from affinities.</exception>
    public Matrix Build(Matrix data, int dimensions, int seed = 0, int threads = 0, ICollection<FitWarning>? warnings = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Build(new(data.Rows, dimensions, seed, Cores.Resolve(threads)) { Data = data, Warnings = warnings });
    }

    /// <summary>Makes the start for affinities alone; the same bits for any number of threads.</summary>
    /// <param name="affinities">P of n points.</param>
    /// <param name="dimensions">Coordinates of the map, 1 ... 3.</param>
    /// <param name="seed">Seed of the random numbers, where there are any.</param>
    /// <param name="threads">Cores to use; 0 is all.</param>
    /// <param name="warnings">Where notes go, such as about a graph in pieces.</param>
    /// <returns>n x dimensions positions.</returns>
    /// <exception cref="ArgumentException">A given start has another shape than n x dimensions, or the start is made from data.</exception>
    public Matrix Build(Affinities affinities, int dimensions, int seed = 0, int threads = 0, ICollection<FitWarning>? warnings = null)
    {
        ArgumentNullException.ThrowIfNull(affinities);
        return Build(new(affinities.Count, dimensions, seed, Cores.Resolve(threads)) { Affinities = affinities, Warnings = warnings });
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    internal abstract Matrix Build(StartInput input);
}
