namespace Vicinity;

/// <content>A model in a file, and new rows in its map.</content>
public sealed partial class EmbeddingModel
{
    private RowPlacement? placement;

    /// <summary>True if the model holds the training rows, which new ones are compared with.</summary>
    public bool CanTransform => Training is not null;

    /// <summary>Columns of the rows that it was made of, and that new ones must have; 0 without training rows.</summary>
    public int InputColumns => Training?.Steps.Columns ?? 0;

    /// <summary>Names of these columns; empty if they had none.</summary>
    public IReadOnlyList<string> InputColumnNames => Training?.Steps.Names ?? [];

    internal TrainingData? Training { get; init; }

    /// <summary>Writes the model into a file, whole or not at all.</summary>
    /// <remarks>Map, training rows after all steps (the principal components, if there are any), these steps, options, warnings: 4 n (d + 3) bytes and little more.</remarks>
    /// <param name="path">The file; an existing one is replaced. Its usual ending is .vic.</param>
    /// <param name="includeData">False leaves the training rows out; then nothing can be transformed.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path, bool includeData = true) => AtomicFile.Write(path, stream => Save(stream, includeData));

    /// <summary>Reads a model.</summary>
    /// <param name="path">A file that <see cref="Save(string, bool)"/> has written.</param>
    /// <param name="objective">What was descended, where it was one of a program's own, which files cannot hold. Default: as the file says.</param>
    /// <exception cref="InvalidDataException">The file is damaged, no model, of a later version, or needs <paramref name="objective"/>; the message names it.</exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    public static EmbeddingModel Load(string path, Objective? objective = null)
    {
        using FileStream stream = DataFile.OpenStream(path);
        return Load(stream, path, objective);
    }

    /// <summary>Places new rows in the map, which stays as it is.</summary>
    /// <remarks>See <see cref="Place"/>.</remarks>
    /// <param name="rows">m rows of <see cref="InputColumns"/> columns, finite; at least one.</param>
    /// <param name="threads">Cores to use; 0, the default, is all. The bits do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>m x dimensions.</returns>
    /// <exception cref="ArgumentException">The rows have other columns, or a value is not finite.</exception>
    /// <exception cref="InvalidOperationException">The model was saved without its training rows.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public Matrix Transform(Matrix rows, int threads = 0, CancellationToken cancellationToken = default) => Place(rows, threads, cancellationToken).Map;

    /// <summary>Places new rows in the map and tells how new they are.</summary>
    /// <remarks>
    /// Row by row: its affinities to its nearest training rows by the perplexity of the fit, then the descent of its own share of the cost with all
    /// else fixed. So a row gets the same bits alone and in any batch. A row equal to a training row gets that one's place. Cost for t-SNE:
    /// 2 m n d operations for the neighbours and some 20 m n kernels.
    /// </remarks>
    /// <param name="rows">m rows of <see cref="InputColumns"/> columns, finite; at least one.</param>
    /// <param name="threads">Cores to use; 0, the default, is all. The bits do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The rows have other columns, or a value is not finite.</exception>
    /// <exception cref="InvalidOperationException">The model was saved without its training rows.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public PlacedRows Place(Matrix rows, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        TrainingData training = Training ?? throw new InvalidOperationException(WhyNot);
        if (rows.Columns != training.Steps.Columns)
        {
            throw new ArgumentException($"The rows have {rows.Columns} columns, but the model was made of rows with {training.Steps.Columns}. Give the same columns.", nameof(rows));
        }

        rows.ThrowIfNotFinite(nameof(rows));
        int cores = Cores.Resolve(threads);
        double[] novelty = new double[rows.Rows];
        Matrix points = training.Steps.Apply(rows, cores);
        points.ThrowIfNotFinite(nameof(rows));      // scaled as the data was, a value may be too large for a float
        RowPlacement place = placement ??= Placement(training, cores);
        return new(rows.Rows == 0 ? rows : place.Place(Space(points), novelty, cores, cancellationToken), novelty);
    }

    internal void Save(Stream stream, bool includeData) => ModelFile.Write(stream, includeData && ResolvedOptions.Metric.Kind != MetricKind.Own ? this : WithoutData());

    internal static EmbeddingModel Load(Stream stream, string source, Objective? objective = null) => ModelFile.Read(stream, source, objective);

    internal EmbeddingModel WithoutData() => new(Map, Loss, NullLoss, Iterations, ResolvedOptions, Report, Warnings, LearnedParameters, GradientError);

    /// <summary>Why new rows cannot be placed, and the cure.</summary>
    internal string WhyNot => ResolvedOptions.Metric.Name == Metric.Given.Name
        ? "The model was made of distances, neighbours or affinities, so it has no rows that new ones could be compared with. Fit a dense table."
        : "The model holds no training rows: it was saved without them, or made of a sparse matrix. Fit a dense table, and save the model with its rows.";

    private DenseSpace Space(Matrix rows) => new(rows, ResolvedOptions.Metric.Compared);

    private RowPlacement Placement(TrainingData training, int threads)
    {
        EmbeddingOptions options = ResolvedOptions;
        double exaggeration = options.Schedule.Count > 0 ? options.Schedule[^1].Exaggeration : 1;
        double perplexity = options.Perplexity.Value;
        int usual = (int)Math.Clamp(3 * perplexity, 15, 1000);
        int neighbors = options.Neighbors.IsAuto || options.Neighbors.IsAll ? usual : options.Neighbors.Resolve(Map.Rows + 1, perplexity);
        float[] radii = training.Radii.Length == Map.Rows
            ? training.Radii
            : NeighborRadii.Of(Space(training.Points).Graph(NeighborRadii.Neighbor, NeighborMethod.Exact, threads, default));
        return new(Space(training.Points), radii, new(Map, exaggeration), options.Objective, perplexity, neighbors, LearnedParameters, threads);
    }
}
