namespace Vicinity;

/// <summary>What a map can be made of: rows of numbers, dense or sparse, or what was made of them elsewhere: distances, nearest neighbours, affinities.</summary>
/// <remarks>Made by an implicit conversion: wherever it is asked for, hand over a <see cref="Matrix"/> or one of the others.</remarks>
public abstract class EmbeddingInput
{
    private protected EmbeddingInput(int count, int columns)
    {
        Count = count;
        Columns = columns;
    }

    /// <summary>Number of points, n.</summary>
    public int Count { get; }

    /// <summary>Number of columns, d; 0 if the rows themselves are not known.</summary>
    public int Columns { get; }

    /// <summary>The rows of a dense table.</summary>
    /// <param name="data">n x d, finite.</param>
    public static implicit operator EmbeddingInput(Matrix data) => new DenseInput(data ?? throw new ArgumentNullException(nameof(data)));

    /// <summary>The rows of a sparse table.</summary>
    /// <param name="data">n x d.</param>
    public static implicit operator EmbeddingInput(SparseMatrix data) => new SparseInput(data ?? throw new ArgumentNullException(nameof(data)));

    /// <summary>Distances of all pairs.</summary>
    /// <param name="data">Of n points.</param>
    public static implicit operator EmbeddingInput(DistanceMatrix data) => new DistanceInput(data ?? throw new ArgumentNullException(nameof(data)));

    /// <summary>Nearest neighbours that were found before.</summary>
    /// <param name="data">n points with k neighbours each.</param>
    public static implicit operator EmbeddingInput(NeighborGraph data) => new GraphInput(data ?? throw new ArgumentNullException(nameof(data)));

    /// <summary>Affinities, of the form that the objective compares.</summary>
    /// <param name="data">P of n points.</param>
    public static implicit operator EmbeddingInput(Affinities data) => new AffinityInput(data ?? throw new ArgumentNullException(nameof(data)));

    /// <summary>Does everything that comes before neighbours.</summary>
    internal abstract InputPoints Prepare(InputWork work);

    /// <summary>Refuses what only columns can be asked for.</summary>
    private protected static void RequireNoColumns(EmbeddingOptions options, string given)
    {
        string? asked = options.Scaling != InputScaling.None ? $"{nameof(options.Scaling)} {options.Scaling}"
            : options.PcaComponents.Value > 0 ? $"{nameof(options.PcaComponents)} {options.PcaComponents}"
            : options.Metric != Metric.Euclidean ? $"{nameof(options.Metric)} {options.Metric}"
            : null;
        if (asked is not null)
        {
            throw new ArgumentException($"{asked} is asked for, but {given} are given, which have no columns. Leave it out.", nameof(options));
        }
    }
}
