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
    /// <summary>What the file holds instead of rows; null for rows.</summary>
    public Precomputed? Precomputed { get; init; }

    /// <summary>Distances beside a table of neighbours.</summary>
    public string? Distances { get; init; }

    /// <summary>The files that are read, so that none is overwritten.</summary>
    public IReadOnlyList<string> Paths => [.. new[] { Path, Labels, Distances }.OfType<string>()];

    private string Name => System.IO.Path.GetFileName(Path);

    /// <exception cref="InvalidDataException">The file is missing, a folder, damaged, or of no known type.</exception>
    public MapInput Read(EmbeddingOptions options) => Precomputed is { } kind
        ? ReadPrecomputed(kind, options.Objective)
        : Reading.Of(Path, ReadSparse) is { } sparse ? Of(sparse, options.Seed)
        : Of(Reading.Of(Path, path => Table.Read(path, Labels, Dropped, AllowsGaps)), options.Seed);

    private SparseTable? ReadSparse(string path)
    {
        using DataFile file = DataFile.Open(path);
        return SparseTable.TryRead(file)?.WithLabels(Labels, file);
    }

    private MapInput Of(Table whole, int seed)
    {
        Table first = Limit < whole.Features.Rows ? whole.Take(Limit.Value) : whole;
        Table rows = Sample < first.Features.Rows ? first.Sample(Sample.Value, seed) : first;
        rows = IsDistinct ? rows.Only(DuplicateRows.Distinct(rows.Features)) : rows;
        return new(Name, rows.Features, rows.Labels, rows.RowNumbers)
        {
            ColumnNames = whole.FeatureNames,
            File = this,
            Warnings = whole.Warnings,
            Cut = IsDistinct ? $"{rows.Features.Rows:N0} different ones of {whole.Features.Rows:N0} rows" : Cut(whole.Features.Rows, first.Features.Rows, rows.Features.Rows, seed),
        };
    }

    private MapInput Of(SparseTable whole, int seed)
    {
        if (Dropped.Count > 0)
        {
            throw new ArgumentException($"--drop takes columns of a dense table, but {Name} is a sparse one. Leave them out of the file.", nameof(whole));
        }

        int all = whole.Features.Rows;
        int[] first = [.. Enumerable.Range(0, Math.Min(all, Limit ?? all))];
        int[] rows = Sample < first.Length ? RandomRows.Choose(first.Length, Sample.Value, seed) : first;
        SparseTable cut = rows.Length < all ? whole.Select(rows) : whole;
        string cutting = Cut(all, first.Length, rows.Length, seed);
        if (IsDistinct)
        {
            int[] distinct = DuplicateRows.Distinct(cut.Features.WithoutZeros());
            (cut, rows, cutting) = (cut.Select(distinct), [.. distinct.Select(at => rows[at])], $"{distinct.Length:N0} different ones of {all:N0} rows");
        }

        return new(Name, cut.Features, cut.Labels, rows) { File = this, Cut = cutting };
    }

    private MapInput ReadPrecomputed(Precomputed kind, Objective objective)
    {
        List<FitWarning> warnings = [];
        AffinityForm form = objective.Parts[0].Part.AffinityForm;
        EmbeddingInput data = Reading.Of(Path, path => PrecomputedFile.Read(kind, path, Distances, form, warnings));
        return new(Name, data, Reading.Of(Path, path => ReadLabels(path, data.Count)), [.. Enumerable.Range(0, data.Count)]) { File = this, Warnings = warnings };
    }

    private Labels? ReadLabels(string path, int rows)
    {
        using DataFile file = DataFile.Open(path);
        return Labels is null ? null : Table.ReadLabelFile(Labels, rows, [], file);
    }

    private static string Cut(int whole, int first, int rows, int seed) =>
        (rows < first ? $"{rows:N0} rows at random (seed {seed}) of the " : "")
        + (first < whole ? $"first {first:N0} of {whole:N0} rows" : rows < first ? $"{whole:N0}" : "");
}
