namespace Vicinity;

/// <summary>The front door: data in, map out.</summary>
public static class NeighborEmbedding
{
    /// <summary>Maps a data set.</summary>
    /// <param name="data">n x d points, finite; never changed.</param>
    /// <param name="options">How; default: t-SNE, sensible for any n.</param>
    /// <param name="progress">Receives a small value per stage and per 50 iterations.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The map with its loss, the options as resolved, and warnings.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or an option cannot work with this data; the message says what, got, limit, cure.</exception>
    /// <exception cref="InvalidOperationException">A step left the range of numbers, which a set learning rate can do.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static EmbeddingModel Fit(
        Matrix data, EmbeddingOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        PreparedEmbedding prepared = Prepare(data, options, progress, cancellationToken);
        prepared.Complete(progress, cancellationToken);
        return prepared.Finish();
    }

    /// <summary>Does everything but the optimisation: reduction, neighbours, affinities, start.</summary>
    /// <param name="data">n x d points, finite; never changed.</param>
    /// <param name="options">How; default: t-SNE, sensible for any n.</param>
    /// <param name="progress">Receives a small value at the beginning of every stage.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A run at its start, for <see cref="PreparedEmbedding.Complete"/> or a loop of one's own.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or an option cannot work with this data; the message says what, got, limit, cure.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static PreparedEmbedding Prepare(
        Matrix data, EmbeddingOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Prepare(data, columnNames: null, options ?? new(), progress, cancellationToken);
    }

    /// <summary>The same for data whose columns have names, which the warnings then use.</summary>
    internal static PreparedEmbedding Prepare(
        Matrix data, IReadOnlyList<string>? columnNames, EmbeddingOptions options, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        data.ThrowIfNotFinite(nameof(data));
        return new Preparation(data, options, columnNames, progress, cancellationToken).Run();
    }
}
