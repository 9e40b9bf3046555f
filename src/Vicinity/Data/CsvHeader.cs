namespace Vicinity;

/// <summary>Decides whether the first record of a csv file holds the names of the columns.</summary>
/// <remarks>
/// It looks at the columns that are numbers below the first record. The record is a header if it has a name there and no number; or if
/// it has a name or a gap there and its numbers, three or more, count up by one (years, or the 0, 1, 2 ... that pandas writes). A file
/// of numbers only has no header, and a number beside a text leaves no doubt to decide in silence: the text will be refused as a cell.
/// </remarks>
internal static class CsvHeader
{
    private static readonly string[] MissingMarkers = ["NA", "N/A", "null", "none", "missing", "?", "-"];

    /// <param name="first">The texts of the first record.</param>
    /// <param name="cells">What these cells are.</param>
    /// <param name="values">The numbers among them.</param>
    /// <param name="others">The columns, counted without the first record.</param>
    public static bool IsHeader(string[] first, CsvCell[] cells, ReadOnlySpan<float> values, CsvColumn[] others)
    {
        int names = 0;
        int gaps = 0;
        List<float> numbers = [];
        for (int c = 0; c < first.Length; c++)
        {
            if (!others[c].IsNumber)
            {
                continue;
            }

            switch (cells[c])
            {
                case CsvCell.Number: numbers.Add(values[c]); break;
                case CsvCell.Text when !MissingMarkers.Contains(first[c].Trim(), StringComparer.OrdinalIgnoreCase): names++; break;
                case CsvCell.Empty: gaps++; break;
            }
        }

        return numbers.Count == 0 ? names > 0 : names + gaps > 0 && CountUp(numbers);
    }

    private static bool CountUp(List<float> numbers) =>
        numbers.Count >= 3
        && numbers.TrueForAll(float.IsInteger)
        && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
}
