namespace Vicinity.Cli;

/// <summary>Brings data, and a map of it if there is one, to the doctor.</summary>
/// <param name="File">The data.</param>
/// <param name="MapPath">A map of it; null for the data alone.</param>
/// <param name="Map">How it is to be mapped, or was.</param>
/// <param name="IsDeep">Whether other maps are made to compare with.</param>
internal sealed record DoctorVisit(InputFile File, string? MapPath, MapRequest Map, bool IsDeep)
{
    /// <summary>Files that are read.</summary>
    public IEnumerable<string> Inputs => MapPath is null ? File.Paths : [.. File.Paths, MapPath];

    /// <exception cref="InvalidDataException">A file is bad, or data and map do not belong together.</exception>
    /// <exception cref="ArgumentException">An option cannot work with this data.</exception>
    public DoctorResult Run(CancellationToken cancellation)
    {
        MappedRows? mapped = MapPath is null ? null : MappedRows.Read(File, MapPath, Map.Options.Seed);
        MapInput input = mapped?.Input ?? File.Read(Map.Options);
        input.Check();
        DoctorOptions doctor = new()
        {
            Labels = input.Labels,
            ColumnNames = input.ColumnNames,
            IsDeep = IsDeep,
            Seed = Map.Options.Seed,
            Known = [.. Map.Warnings, .. input.Warnings],
        };
        try
        {
            return new(input, mapped?.Map, mapped is null
                ? Doctor.Examine(input.Data, Map.Options, doctor, cancellation)
                : Doctor.Examine(input.Data, mapped.Map, Map.Options, doctor, cancellation));
        }
        catch (ArgumentException exception) when (exception.ParamName is "data" or "map")
        {
            throw new InvalidDataException($"{(exception.ParamName == "data" ? input.Name : MapPath)}: {Failure.Message(exception)}", exception);
        }
    }
}
