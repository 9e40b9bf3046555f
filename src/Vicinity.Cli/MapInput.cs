namespace Vicinity.Cli;

/// <summary>The rows that are mapped.</summary>
/// <param name="Name">What the data is called, in titles and messages.</param>
/// <param name="Data">n points.</param>
/// <param name="Labels">One class per row, if there are any.</param>
/// <param name="RowNumbers">For every row its number in the file, from 0.</param>
internal sealed record MapInput(string Name, EmbeddingInput Data, Labels? Labels, IReadOnlyList<int> RowNumbers)
{
    /// <summary>The points as a table; null if they are none.</summary>
    public Matrix? Table => (Data as DenseInput)?.Data;

    /// <summary>Which of the rows these are, such as "first 100 of 150 rows"; empty for all.</summary>
    public string Cut { get; init; } = "";

    /// <summary>Whom the data is owed to; empty for the user's own.</summary>
    public string Credit { get; init; } = "";

    /// <summary>One per column; null if they have none.</summary>
    public IReadOnlyList<string>? ColumnNames { get; init; }

    /// <summary>What the command line asked for; null for data of the tool itself.</summary>
    public InputFile? File { get; init; }

    /// <summary>What is doubtful about the file.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; init; } = [];

    /// <summary>The same for one map: with D106, if the labels are among the features, and a table that is let go when it is not needed any longer.</summary>
    /// <param name="isKept">Whether a model shall hold the rows.</param>
    public MapInput ForOneMap(bool isKept)
    {
        MapInput looked = this with { Warnings = [.. Warnings, .. Leak()] };
        if (Data is DenseInput dense)
        {
            dense.IsForOneUse = true;
            dense.IsKept = isKept;
        }

        return looked;
    }

    private IEnumerable<FitWarning> Leak() => Labels is not null && Data.FindLeak(Labels, new(ColumnNames)) is { } leak ? [leak] : [];

    /// <summary>Refuses what no map can be made of.</summary>
    /// <exception cref="InvalidDataException">There are fewer than 3 rows.</exception>
    public void Check()
    {
        if (Data.Count < 3)
        {
            throw new InvalidDataException($"{Name}: a map needs at least 3 rows, but there {(Data.Count == 1 ? "is 1" : $"are {Data.Count}")}{Of(Cut)}. Give more rows.");
        }
    }

    private static string Of(string cut) => cut.Length == 0 ? "" : $" ({cut})";
}
