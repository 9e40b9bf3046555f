namespace Vicinity;

/// <summary>The front door: data in, map out.</summary>
public static class NeighborEmbedding
{
    /// <summary>Maps a data set.</summary>
    /// <param name="data">n x d points, finite.</param>
    /// <param name="options">How; default: t-SNE, sensible for any n.</param>
    /// <param name="progress">Receives a small value per stage and per 50 iterations.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <exception cref="ArgumentException">A value is not finite, or an option cannot work with this data; the message says what, got, limit, cure.</exception>
    /// <exception cref="OperationCanceledException">The fit was cancelled.</exception>
    public static EmbeddingModel Fit(Matrix data, EmbeddingOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Does everything of a fit that comes before the optimisation.</summary>
    /// <param name="data">n x d points, finite.</param>
    /// <param name="options">How; default: t-SNE, sensible for any n.</param>
    /// <param name="progress">Receives a small value as each stage begins.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static PreparedEmbedding Prepare(Matrix data, EmbeddingOptions? options = null, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
