namespace Vicinity.Cli;

/// <summary>A data file as the command line asks for it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Labels">A column of it, or a file of labels.</param>
/// <param name="Limit">How many of the first rows to take; null for all.</param>
/// <param name="Sample">How many of those to take at random; null for all.</param>
internal sealed record InputFile(string Path, string? Labels, int? Limit, int? Sample)
{
    /// <summary>Columns to leave out.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];

    /// <summary>True if of equal rows only the first is taken.</summary>
    public bool IsDistinct { get; init; }

    /// <summary>True if cells that are no numbers are read as NaN instead of being refused.</summary>
    public bool AllowsGaps { get; init; }

    /// <summary>The files that are read, so that none is overwritten.</summary>
    public IReadOnlyList<string> Paths => Labels is null ? [Path] : [Path, Labels];

    /// <exception cref="InvalidDataException">The file is missing, a folder, damaged, or of no known type.</exception>
    public MapInput Read(int seed)
    {
        Table whole = Reading.Of(Path, path => Table.Read(path, Labels, Dropped, AllowsGaps));
        Table first = Limit < whole.Features.Rows ? whole.Take(Limit.Value) : whole;
        Table rows = Sample < first.Features.Rows ? first.Sample(Sample.Value, seed) : first;
        rows = IsDistinct ? rows.Only(DuplicateRows.Distinct(rows.Features)) : rows;
        return new(System.IO.Path.GetFileName(Path), rows.Features, rows.Labels, rows.RowNumbers)
        {
            ColumnNames = whole.FeatureNames,
            File = this,
            Warnings = whole.Warnings,
            Cut = IsDistinct ? $"{rows.Features.Rows:N0} different ones of {whole.Features.Rows:N0} rows" : Cut(whole.Features.Rows, first.Features.Rows, rows.Features.Rows, seed),
        };
    }

    private static string Cut(int whole, int first, int rows, int seed) =>
        (rows < first ? $"{rows:N0} rows at random (seed {seed}) of the " : "")
        + (first < whole ? $"first {first:N0} of {whole:N0} rows" : rows < first ? $"{whole:N0}" : "");
}
