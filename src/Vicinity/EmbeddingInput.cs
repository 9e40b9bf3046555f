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

    /// <summary>How far the points lie apart, for measures and checks: by all columns, none reduced.</summary>
    /// <param name="metric">Euclidean for distances that are given.</param>
    /// <exception cref="ArgumentException">Distances of all pairs are not known, the metric cannot be, or a value is not finite.</exception>
    internal virtual RowSpace Space(Metric metric) => throw OnlyPairs();

    /// <summary>Some of the points, in the given order.</summary>
    internal virtual EmbeddingInput Select(int[] points) => throw OnlyPairs();

    /// <summary>Some of the points, ascending, for whom all are the points themselves.</summary>
    internal EmbeddingInput Sample(int[] points) => points.Length == Count ? this : Select(points);

    /// <summary>D106, if the columns give the labels away; null without columns.</summary>
    internal virtual FitWarning? FindLeak(Labels labels, ColumnNames names) => null;

    /// <summary>The points with scaled columns.</summary>
    /// <exception cref="ArgumentException">They have none that can be scaled.</exception>
    internal virtual EmbeddingInput Scaled(InputScaling scaling, int threads) => scaling == InputScaling.None
        ? this
        : throw new ArgumentException($"{scaling} is asked for, but the data is no dense table, the only kind that is scaled. Use {InputScaling.None}.", nameof(scaling));

    /// <summary>Every column in an order of its own: the same values, no structure; null without columns.</summary>
    internal virtual EmbeddingInput? Shuffled(int seed) => null;

    private static ArgumentException OnlyPairs() =>
        new("Distances of all pairs are needed, but only neighbours or affinities are given. Give the rows or all distances.", "data");

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
