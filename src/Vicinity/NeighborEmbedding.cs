namespace Vicinity;

/// <summary>The front door: data in, map out.</summary>
public static class NeighborEmbedding
{
    /// <summary>Maps a data set.</summary>
    /// <param name="data">n points: a <see cref="Matrix"/>, or another <see cref="EmbeddingInput"/>; never changed.</param>
    /// <param name="options">How; default: t-SNE, sensible for any n.</param>
    /// <param name="progress">Receives a small value per stage and per 50 iterations.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The map with its loss, the options as resolved, and warnings.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or an option cannot work with this data; the message says what, got, limit, cure.</exception>
    /// <exception cref="InvalidOperationException">A step left the range of numbers, which a set learning rate can do.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static EmbeddingModel Fit(
        EmbeddingInput data, EmbeddingOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        PreparedEmbedding prepared = Prepare(data, options, progress, cancellationToken);
        prepared.Complete(progress, cancellationToken);
        return prepared.Finish();
    }

    /// <summary>Maps things of any kind by a vector of each.</summary>
    /// <param name="items">n of them, at least one; read once.</param>
    /// <param name="vector">The numbers of an item, of one length for all; copied.</param>
    /// <param name="options">How; default: t-SNE, sensible for any n.</param>
    /// <param name="progress">Receives a small value per stage and per 50 iterations.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The map, a row for each item in their order.</returns>
    /// <exception cref="ArgumentException">There is no item, vectors have different lengths or a value that is not finite, or an option cannot work with them; the message names the item.</exception>
    /// <exception cref="InvalidOperationException">A step left the range of numbers, which a set learning rate can do.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static EmbeddingModel Fit<T>(
        IEnumerable<T> items, Func<T, ReadOnlyMemory<float>> vector, EmbeddingOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(vector);
        ReadOnlyMemory<float>[] vectors = [.. items.Select(vector)];
        int odd = Array.FindIndex(vectors, values => values.Length != vectors[0].Length);
        if (vectors.Length == 0 || odd >= 0 || vectors[0].Length == 0)
        {
            string problem = vectors.Length == 0 ? "There are no items; give at least one."
                : odd >= 0 ? $"Item {odd} has {vectors[odd].Length} values, but item 0 has {vectors[0].Length}. All items need one length."
                : "Item 0 has no values; at least one is needed.";
            throw new ArgumentException(problem, nameof(items));
        }

        return Fit(Matrix.Create(vectors.Length, vectors[0].Length, (i, row) => vectors[i].Span.CopyTo(row)), options, progress, cancellationToken);
    }

    /// <summary>Does everything but the optimisation: reduction, neighbours, affinities, start.</summary>
    /// <param name="data">n points: a <see cref="Matrix"/>, or another <see cref="EmbeddingInput"/>; never changed.</param>
    /// <param name="options">How; default: t-SNE, sensible for any n.</param>
    /// <param name="progress">Receives a small value at the beginning of every stage.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A run at its start, for <see cref="PreparedEmbedding.Complete"/> or a loop of one's own.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or an option cannot work with this data; the message says what, got, limit, cure.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static PreparedEmbedding Prepare(
        EmbeddingInput data, EmbeddingOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Prepare(data, columnNames: null, options ?? new(), progress, cancellationToken);
    }

    /// <summary>Several maps of one data set over one graph of neighbours, such as one for each perplexity.</summary>
    /// <remarks>
    /// Each map is bit for bit that of a fit with its options alone. Rows are prepared once and neighbours looked for once, as many as the most demanding map
    /// needs; each uses its own nearest of them. Approximate neighbours depend on their number, so those are looked for again where it changes from map to map.
    /// </remarks>
    /// <param name="data">n points: a <see cref="Matrix"/>, or another <see cref="EmbeddingInput"/>; never changed.</param>
    /// <param name="options">One for each map; alike in all that comes before the neighbours: metric, scaling, principal components, search.</param>
    /// <param name="progress">Receives a small value per stage and per 50 iterations.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The maps in the order of the options; each is made when it is asked for.</returns>
    /// <exception cref="ArgumentException">The options differ before the neighbours, or one of them cannot work with this data.</exception>
    public static IEnumerable<EmbeddingModel> Sweep(
        EmbeddingInput data, IReadOnlyList<EmbeddingOptions> options, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        return Complete(PrepareSweep(data, columnNames: null, options, progress, cancellationToken), progress, cancellationToken);
    }

    /// <summary>The same for data whose columns have names, which the warnings then use.</summary>
    internal static PreparedEmbedding Prepare(
        EmbeddingInput data, IReadOnlyList<string>? columnNames, EmbeddingOptions options, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        Preparation preparation = new(data.Count, options, progress, cancellationToken);
        return preparation.Run(preparation.Points(data, columnNames));
    }

    /// <summary>The maps of a sweep before their optimisation, one after the other.</summary>
    internal static IEnumerable<PreparedEmbedding> PrepareSweep(
        EmbeddingInput data, IReadOnlyList<string>? columnNames, IReadOnlyList<EmbeddingOptions> options, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        SweepCheck.Require(options);
        if (options.Count == 1)
        {
            return [Prepare(data, columnNames, options[0], progress, cancellationToken)];
        }

        Preparation[] preparations = [.. options.Select(item => new Preparation(data.Count, item, progress, cancellationToken))];
        InputPoints points = preparations[0].Points(data, columnNames);
        if (points.Rows is { } rows)
        {
            points = points with { Rows = new SharedSpace(rows, preparations.Max(preparation => preparation.Neighbors(points))) };
        }

        return preparations.Select(preparation => preparation.Run(points));
    }

    private static IEnumerable<EmbeddingModel> Complete(
        IEnumerable<PreparedEmbedding> sweep, IProgress<FitProgress>? progress, CancellationToken cancellationToken) => sweep.Select(prepared =>
        {
            prepared.Complete(progress, cancellationToken);
            return prepared.Finish();
        });
}
