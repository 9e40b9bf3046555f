namespace Vicinity;

/// <content>A model in a file, and new rows in its map.</content>
public sealed partial class EmbeddingModel
{
    private RowPlacement? placement;

    /// <summary>True if new rows can be placed: the model holds the training rows that these are compared with, or was made of distances, and knows its metric.</summary>
    /// <remarks>False for models of neighbours or affinities, for those saved without their data, and for those of a metric of one's own that <see cref="Load(string, Objective, Metric)"/> was not given.</remarks>
    public bool CanTransform => Training is { } training && (training.Kind == RowKind.Distances || !ResolvedOptions.Metric.IsUnknown);

    /// <summary>Columns of the rows that it was made of, and that new ones must have; n for a model of distances; 0 without training rows.</summary>
    public int InputColumns => Training?.Steps.Columns ?? 0;

    /// <summary>Names of these columns; empty if they had none.</summary>
    public IReadOnlyList<string> InputColumnNames => Training?.Steps.Names ?? [];

    internal TrainingData? Training { get; init; }

    /// <summary>Writes the model into a file, whole or not at all.</summary>
    /// <remarks>
    /// Map, training rows after all steps (the principal components, if there are any), these steps, options, warnings: 4 n (d + 3) bytes and little more; 8 for
    /// each entry of sparse rows. Of distances nothing is kept, as new points bring their own. A metric of one's own goes by its name only.
    /// </remarks>
    /// <param name="path">The file; an existing one is replaced. Its usual ending is .vic.</param>
    /// <param name="includeData">False leaves the training rows out; then nothing can be transformed.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path, bool includeData = true) => AtomicFile.Write(path, stream => Save(stream, includeData));

    /// <summary>Reads a model.</summary>
    /// <param name="path">A file that <see cref="Save(string, bool)"/> has written.</param>
    /// <param name="objective">What was descended, where it was one of a program's own, which files cannot hold. Default: as the file says.</param>
    /// <param name="metric">The metric, where it was one of a program's own, by the name that it had. Default: as the file says; without it such a model places no rows.</param>
    /// <exception cref="InvalidDataException">The file is damaged, no model, of a later version, needs <paramref name="objective"/>, or has another metric; the message names it.</exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    public static EmbeddingModel Load(string path, Objective? objective = null, Metric? metric = null)
    {
        using FileStream stream = DataFile.OpenStream(path);
        return Load(stream, path, objective, metric);
    }

    /// <summary>Places new rows in the map, which stays as it is.</summary>
    /// <remarks>See <see cref="Place"/>.</remarks>
    /// <param name="rows">m rows of <see cref="InputColumns"/> columns.</param>
    /// <param name="threads">Cores to use; 0, the default, is all. The bits do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>m x dimensions.</returns>
    /// <exception cref="ArgumentException">The rows have other columns, or a value is not finite.</exception>
    /// <exception cref="InvalidOperationException">The model cannot place rows: see <see cref="CanTransform"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public Matrix Transform(EmbeddingInput rows, int threads = 0, CancellationToken cancellationToken = default) => Place(rows, threads, cancellationToken).Map;

    /// <summary>Places new rows in the map and tells how new they are.</summary>
    /// <remarks>
    /// Row by row: its affinities to its nearest training rows by the perplexity of the fit, then the descent of its own share of the cost with all
    /// else fixed. So a row gets the same bits alone and in any batch. A row equal to a training row gets that one's place. Cost for t-SNE:
    /// 2 m n d operations for the neighbours and some 20 m n kernels.
    /// </remarks>
    /// <param name="rows">
    /// m rows of <see cref="InputColumns"/> columns, finite: a <see cref="Matrix"/> or a <see cref="SparseMatrix"/>, whichever the model was made of; of a
    /// model of distances the m x n distances, not squared, to the n points of the map.
    /// </param>
    /// <param name="threads">Cores to use; 0, the default, is all. The bits do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The rows have other columns, or a value is not finite, or no distance.</exception>
    /// <exception cref="InvalidOperationException">The model cannot place rows: see <see cref="CanTransform"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public PlacedRows Place(EmbeddingInput rows, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        TrainingData training = CanTransform ? Training! : throw new InvalidOperationException(WhyNot);
        int cores = Cores.Resolve(threads);
        RowSpace fresh = training.Take(rows, ResolvedOptions.Metric, cores);
        double[] novelty = new double[rows.Count];
        RowPlacement place = placement ??= Placement(training, cores);
        return new(rows.Count == 0 ? Matrix.Wrap(Array.Empty<float>(), 0, Map.Columns) : place.Place(fresh, novelty, cores, cancellationToken), novelty);
    }

    internal void Save(Stream stream, bool includeData) => ModelFile.Write(stream, includeData ? this : WithoutData());

    internal static EmbeddingModel Load(Stream stream, string source, Objective? objective = null, Metric? metric = null) => ModelFile.Read(stream, source, objective, metric);

    internal EmbeddingModel WithoutData() => new(Map, Loss, NullLoss, Iterations, ResolvedOptions, Report, Warnings, LearnedParameters, GradientError);

    /// <summary>Why new rows cannot be placed, and the cure.</summary>
    internal string WhyNot => Training is not null
        ? $"The metric of the model, {ResolvedOptions.Metric}, is a program's own, which no file can hold. Give it to {nameof(Load)} again, made by {nameof(Metric)}.{nameof(Metric.Create)} with the same name."
        : ResolvedOptions.Metric == Metric.Given
        ? "The model was made of neighbours or affinities, so new points have nothing that they could be compared by, or it was saved without its data. Fit rows or distances, and save the model with its data."
        : "The model was saved without its training rows. Save it with them.";

    private RowPlacement Placement(TrainingData training, int threads)
    {
        EmbeddingOptions options = ResolvedOptions;
        double exaggeration = options.Schedule.Count > 0 ? options.Schedule[^1].Exaggeration : 1;
        double perplexity = options.Perplexity.Value;
        int usual = (int)Math.Clamp(3 * perplexity, 15, 1000);
        int neighbors = options.Neighbors.IsAuto || options.Neighbors.IsAll ? usual : options.Neighbors.Resolve(Map.Rows + 1, perplexity);
        float[] radii = training.Radii.Length == Map.Rows
            ? training.Radii
            : NeighborRadii.Of(training.Points.Graph(NeighborRadii.Neighbor, NeighborMethod.Exact, threads, default));
        return new(training.Points, radii, new(Map, exaggeration), options.Objective, perplexity, neighbors, LearnedParameters, threads);
    }
}
