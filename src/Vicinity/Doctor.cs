namespace Vicinity;

/// <summary>Says whether data is fit to be mapped, and whether a map may be believed.</summary>
/// <remarks>Codes, thresholds and where they come from: docs/guide/doctor.md and docs/decisions/0020-doctor.md.</remarks>
public static class Doctor
{
    /// <summary>Looks at data before a fit; if asked to look deep, also at a fit of it.</summary>
    /// <remarks>A value that is not finite, which a fit refuses, is a finding (D101); the rest is said of the rows and columns without.</remarks>
    /// <param name="data">n points: a <see cref="Matrix"/>, or another <see cref="EmbeddingInput"/>.</param>
    /// <param name="options">How it is to be mapped. Default: as in a fit.</param>
    /// <param name="doctor">How thoroughly. Default: quickly.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">An option cannot work with this data.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static DoctorReport Examine(
        EmbeddingInput data, EmbeddingOptions? options = null, DoctorOptions? doctor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (Missing(data, doctor) is { } missing)
        {
            return ExamineComplete(((DenseInput)data).Data, map: null, missing, options, doctor ?? new(), cancellationToken);
        }

        PreparedEmbedding prepared = Prepare(data, options, doctor, cancellationToken);
        if (doctor is not { IsDeep: true })
        {
            EmbeddingOptions resolved = prepared.ResolvedOptions;
            return new(All(prepared.Warnings, data, doctor ?? new())) { LeftOut = LeftOutChecks.OfData(data, resolved.Metric, resolved.PcaComponents.Value > 0) };
        }

        prepared.Complete(progress: null, cancellationToken);
        return Examine(data, prepared.Finish(), doctor, cancellationToken);
    }

    /// <summary>Looks at a finished fit: its data, its run and its map.</summary>
    /// <param name="data">n points: those that were mapped.</param>
    /// <param name="model">The fit.</param>
    /// <param name="doctor">How thoroughly. Default: quickly.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The data has another number of points than the map.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static DoctorReport Examine(
        EmbeddingInput data, EmbeddingModel model, DoctorOptions? doctor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new MapExamination(data, model.Map, model.ResolvedOptions, doctor ?? new(), cancellationToken).Report(All(model.Warnings, data, doctor ?? new()));
    }

    /// <summary>Looks at a map that was made anywhere, and at the data it was made of.</summary>
    /// <param name="data">n points: a <see cref="Matrix"/>, or another <see cref="EmbeddingInput"/>.</param>
    /// <param name="map">n x 1 ... 3 positions, in the order of the data.</param>
    /// <param name="options">How it was made, as far as known. Default: as in a fit.</param>
    /// <param name="doctor">How thoroughly. Default: quickly.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Data and map have different numbers of points, a position is not finite, or an option cannot work with this data.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static DoctorReport Examine(
        EmbeddingInput data, Matrix map, EmbeddingOptions? options = null, DoctorOptions? doctor = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(map);
        map.ThrowIfNotFinite(nameof(map));
        ArgumentNullException.ThrowIfNull(data);
        if (data.Count == map.Rows && Missing(data, doctor) is { } missing)
        {
            return ExamineComplete(((DenseInput)data).Data, map, missing, options, doctor ?? new(), cancellationToken);
        }

        PreparedEmbedding prepared = Prepare(data, options, doctor, cancellationToken);
        return new MapExamination(data, map, prepared.ResolvedOptions, doctor ?? new(), cancellationToken).Report(All(prepared.Warnings, data, doctor ?? new()));
    }

    /// <summary>What can be said of the rest; nothing but D101 if too little of it is left.</summary>
    private static DoctorReport ExamineComplete(
        Matrix data, Matrix? map, FitWarning missing, EmbeddingOptions? options, DoctorOptions doctor, CancellationToken cancellation)
    {
        (int[] rows, int[] columns) = MissingValues.Complete(data);
        if (rows.Length < MapEvidence.FewestPoints || columns.Length == 0)
        {
            return new([.. doctor.Known, missing]);
        }

        Matrix rest = Matrix.Create(rows.Length, columns.Length, (i, row) =>
        {
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = data[rows[i], columns[d]];
            }
        });
        DoctorOptions same = doctor with
        {
            Labels = doctor.Labels?.Select(rows),
            ColumnNames = [.. columns.Select(new ColumnNames(doctor.ColumnNames).Plain)],
            Known = [],
        };
        DoctorReport found = map is null ? Examine(rest, options, same, cancellation) : Examine(rest, map.Select(rows), options, same, cancellation);
        return found.OfRows(rows, [.. doctor.Known, missing]);
    }

    private static FitWarning? Missing(EmbeddingInput data, DoctorOptions? doctor) =>
        data is DenseInput dense ? MissingValues.Find(dense.Data, new(doctor?.ColumnNames)) : null;

    private static PreparedEmbedding Prepare(EmbeddingInput data, EmbeddingOptions? options, DoctorOptions? doctor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        return NeighborEmbedding.Prepare(data, doctor?.ColumnNames, options ?? new(), progress: null, cancellation);
    }

    private static IEnumerable<FitWarning> All(IEnumerable<FitWarning> found, EmbeddingInput data, DoctorOptions doctor) =>
        [.. doctor.Known, .. found, .. doctor.Labels is { } labels && data.FindLeak(labels, new(doctor.ColumnNames)) is { } leak ? [leak] : (FitWarning[])[]];
}
