namespace Vicinity;

/// <summary>Says whether data is fit to be mapped, and whether a map may be believed.</summary>
/// <remarks>Codes, thresholds and where they come from: docs/guide/doctor.md and docs/decisions/0020-doctor.md.</remarks>
public static class Doctor
{
    /// <summary>Looks at data before a fit; if asked to look deep, also at a fit of it.</summary>
    /// <param name="data">n x d points, finite.</param>
    /// <param name="options">How it is to be mapped. Default: as in a fit.</param>
    /// <param name="doctor">How thoroughly. Default: quickly.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A value is not finite, or an option cannot work with this data.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static DoctorReport Examine(
        Matrix data, EmbeddingOptions? options = null, DoctorOptions? doctor = null, CancellationToken cancellationToken = default)
    {
        PreparedEmbedding prepared = Prepare(data, options, doctor, cancellationToken);
        if (doctor is not { IsDeep: true })
        {
            return new(WithLeak(prepared.Warnings, data, doctor ?? new()));
        }

        prepared.Complete(progress: null, cancellationToken);
        return Examine(data, prepared.Finish(), doctor, cancellationToken);
    }

    /// <summary>Looks at a finished fit: its data, its run and its map.</summary>
    /// <param name="data">n x d points: those that were mapped.</param>
    /// <param name="model">The fit.</param>
    /// <param name="doctor">How thoroughly. Default: quickly.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The data has another number of points than the map.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static DoctorReport Examine(
        Matrix data, EmbeddingModel model, DoctorOptions? doctor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new MapExamination(data, model.Map, model.ResolvedOptions, doctor ?? new(), cancellationToken).Report(WithLeak(model.Warnings, data, doctor ?? new()));
    }

    /// <summary>Looks at a map that was made anywhere, and at the data it was made of.</summary>
    /// <param name="data">n x d points.</param>
    /// <param name="map">n x 1 ... 3 positions, in the order of the data.</param>
    /// <param name="options">How it was made, as far as known. Default: as in a fit.</param>
    /// <param name="doctor">How thoroughly. Default: quickly.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Data and map have different numbers of points, a value is not finite, or an option cannot work with this data.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static DoctorReport Examine(
        Matrix data, Matrix map, EmbeddingOptions? options = null, DoctorOptions? doctor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(map);
        map.ThrowIfNotFinite(nameof(map));
        PreparedEmbedding prepared = Prepare(data, options, doctor, cancellationToken);
        return new MapExamination(data, map, prepared.ResolvedOptions, doctor ?? new(), cancellationToken).Report(WithLeak(prepared.Warnings, data, doctor ?? new()));
    }

    private static PreparedEmbedding Prepare(Matrix data, EmbeddingOptions? options, DoctorOptions? doctor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        return NeighborEmbedding.Prepare(data, doctor?.ColumnNames, options ?? new(), progress: null, cancellation);
    }

    private static IEnumerable<FitWarning> WithLeak(IEnumerable<FitWarning> found, Matrix data, DoctorOptions doctor) =>
        doctor.Labels is { } labels && LabelLeak.Find(data, labels, new(doctor.ColumnNames)) is { } leak ? found.Append(leak) : found;
}
