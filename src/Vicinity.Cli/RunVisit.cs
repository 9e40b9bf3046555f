namespace Vicinity.Cli;

/// <summary>Brings a run that is kept in a folder to the doctor, at its newest checkpoint.</summary>
internal static class RunVisit
{
    /// <param name="name">The folder.</param>
    /// <param name="isDeep">Whether other maps are made to compare with.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidDataException">It is no run, is damaged, has no checkpoint yet, or its input has changed.</exception>
    public static DoctorResult Run(string name, bool isDeep, CancellationToken cancellation)
    {
        using RunFolder folder = RunFolder.View(name);
        (InputFile file, MapRequest map) = FitCommand.Asked(folder, name);
        MapInput input = file.Read(map.Options);
        input.Check();
        EmbeddingOptions options = map.StartFile is null
            ? map.Options
            : map.Options with { Start = Start.From(StartFile.Read(map.StartFile, input.Data.Count, map.Options.Dimensions)) };
        PreparedEmbedding prepared = NeighborEmbedding.Prepare(input.Data, input.ColumnNames, options, progress: null, cancellation);
        if (!folder.Restore(prepared.Restore, Console.Error.WriteLine))
        {
            throw new InvalidDataException($"{name} has no checkpoint yet. Go on with it by: vicinity fit --resume {folder}");
        }

        DoctorOptions doctor = new()
        {
            Labels = input.Labels,
            ColumnNames = input.ColumnNames,
            IsDeep = isDeep,
            Seed = options.Seed,
            Known = [.. map.Warnings, .. input.Warnings, .. prepared.LookAhead(cancellation)],
        };
        EmbeddingModel model = prepared.Finish();
        return new(input, model.Map, Doctor.Examine(input.Data, model, doctor, cancellation));
    }
}
