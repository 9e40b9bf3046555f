namespace Vicinity.Cli;

/// <summary>The rows that are mapped.</summary>
/// <param name="Name">What the data is called, in titles and messages.</param>
/// <param name="Data">n x d points.</param>
/// <param name="Labels">One class per row, if there are any.</param>
/// <param name="RowNumbers">For every row its number in the file, from 0.</param>
internal sealed record MapInput(string Name, Matrix Data, Labels? Labels, IReadOnlyList<int> RowNumbers)
{
    /// <summary>Which of the rows these are, such as "first 100 of 150 rows"; empty for all.</summary>
    public string Cut { get; init; } = "";

    /// <summary>Whom the data is owed to; empty for the user's own.</summary>
    public string Credit { get; init; } = "";

    /// <summary>What is doubtful about the file.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; init; } = [];

    /// <summary>Refuses what no map can be made of.</summary>
    /// <exception cref="InvalidDataException">There are fewer than 3 rows, or a value is not finite.</exception>
    public void Check()
    {
        if (Data.Rows < 3)
        {
            throw new InvalidDataException($"{Name}: a map needs at least 3 rows, but there {(Data.Rows == 1 ? "is 1" : $"are {Data.Rows}")}{Of(Cut)}. Give more rows.");
        }

        for (int i = 0; i < Data.Rows; i++)
        {
            int odd = FirstOdd(Data.Row(i));
            if (odd >= 0)
            {
                throw new InvalidDataException(
                    $"{Name}: row {RowNumbers[i]}, column {odd} (both from 0) holds {Data[i, odd]}, but only finite numbers can be mapped. Remove or fill the row.");
            }
        }
    }

    private static int FirstOdd(ReadOnlySpan<float> row)
    {
        for (int d = 0; d < row.Length; d++)
        {
            if (!float.IsFinite(row[d]))
            {
                return d;
            }
        }

        return -1;
    }

    private static string Of(string cut) => cut.Length == 0 ? "" : $" ({cut})";
}
