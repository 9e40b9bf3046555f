namespace Vicinity;

/// <summary>Decides whether the first record of a csv file holds the names of the columns.</summary>
/// <remarks>
/// The record is a header if a name in it stands above a column of numbers, and no number does. If numbers do, the record is a header only
/// if they count up by one, three or more, or two that are years or begin at 0 (years, or the 0, 1, 2 ... that pandas writes), and something
/// beside them looks like a name: a name or a gap above numbers, or a text above texts that does not occur again below. A file of
/// numbers only has no header. Any other number beside a name leaves no doubt to decide in silence: the name will be refused as a cell.
/// </remarks>
internal static class CsvHeader
{
    private static readonly string[] MissingMarkers = ["NA", "N/A", "null", "none", "missing", "?", "-"];

    /// <param name="first">The texts of the first record.</param>
    /// <param name="cells">What these cells are.</param>
    /// <param name="values">The numbers among them.</param>
    /// <param name="others">The columns, counted without the first record.</param>
    /// <param name="recurs">Whether the first text of a column occurs in it again.</param>
    public static bool IsHeader(string[] first, CsvCell[] cells, ReadOnlySpan<float> values, CsvColumn[] others, Func<int, bool> recurs)
    {
        int names = 0;
        int gaps = 0;
        List<float> numbers = [];
        List<int> texts = [];
        for (int c = 0; c < first.Length; c++)
        {
            switch (cells[c])
            {
                case var _ when !others[c].IsNumber: texts.Add(c); break;
                case CsvCell.Number: numbers.Add(values[c]); break;
                case CsvCell.Text when !MissingMarkers.Contains(first[c].Trim(), StringComparer.OrdinalIgnoreCase): names++; break;
                case CsvCell.Empty: gaps++; break;
            }
        }

        return numbers.Count == 0 ? names > 0 : CountUp(numbers) && (names + gaps > 0 || texts.Exists(c => !recurs(c)));
    }

    private static bool CountUp(List<float> numbers) =>
        (numbers.Count >= 3 || (numbers.Count == 2 && numbers[0] is 0 or (>= 1900 and <= 2100)))
        && numbers.TrueForAll(float.IsInteger)
        && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
}
