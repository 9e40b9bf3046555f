namespace Vicinity;

/// <summary>Finds the separator of a text file: tab, semicolon or comma.</summary>
internal static class CsvDialect
{
    private const int SampledRecords = 10;

    /// <summary>The first of tab, semicolon, comma that cuts the first ten records into equally many cells, two at least.</summary>
    /// <remarks>
    /// The comma comes last, because it also stands inside numbers and texts. If no separator cuts evenly, it is the one that cuts the
    /// first record most often: the ragged record will be reported.
    /// </remarks>
    public static byte Separator(ReadOnlySpan<byte> text)
    {
        byte best = (byte)',';
        int most = 1;
        foreach (byte candidate in "\t;,"u8)
        {
            int cells = CellsOfFirstRecord(text, candidate, out bool even);
            if (cells > 1 && even)
            {
                return candidate;
            }

            (best, most) = cells > most ? (candidate, cells) : (best, most);
        }

        return best;
    }

    private static int CellsOfFirstRecord(ReadOnlySpan<byte> text, byte separator, out bool even)
    {
        CsvCursor cursor = new(text, separator);
        int first = cursor.SkipRecord();
        even = true;
        for (int record = 1; record < SampledRecords && !cursor.AtEnd; record++)
        {
            even &= cursor.SkipRecord() == first;
        }

        even &= !cursor.IsBroken;
        return first;
    }
}
