namespace Vicinity;

/// <summary>Matrix Market coordinate files: a head, the sizes, then one entry per line, rows and columns counted from 1.</summary>
internal static class MtxFormat
{
    private const int FewestBytesPerEntry = 4;

    public static ReadOnlySpan<byte> Magic => "%%MatrixMarket"u8;

    /// <summary>n x d; of a symmetric file both halves. Entries that are 0 are kept.</summary>
    public static SparseMatrix Read(DataFile file)
    {
        byte[] bytes = file.ReadAll();
        TokenCursor cursor = new(bytes);
        cursor.NextLine();
        (bool isPattern, bool isSymmetric) = ReadHead(file, cursor);
        (long rows, long columns, long count) = ReadSizes(file, cursor, bytes.Length);
        SparseEntries entries = new(file);
        for (long entry = 0; entry < count; entry++)
        {
            ReadEntry(file, cursor, entries, rows, columns, isPattern, isSymmetric, (entry, count));
        }

        while (cursor.NextLine())
        {
            if (!cursor.Next().IsEmpty)
            {
                throw file.Error($"line {cursor.Line}: the file goes on after the {count} entries that it promises. Correct the number in its line of sizes.");
            }
        }

        return entries.ToMatrix((int)rows, (int)columns);
    }

    private static (bool IsPattern, bool IsSymmetric) ReadHead(DataFile file, TokenCursor cursor)
    {
        cursor.Next();
        string[] words = [.. Enumerable.Range(0, 4).Select(_ => TokenCursor.Text(cursor.Next()).ToLowerInvariant())];
        bool isKnown = words is ["matrix", "coordinate", "real" or "integer" or "pattern", "general" or "symmetric"];
        return isKnown
            ? (words[2] == "pattern", words[3] == "symmetric")
            : throw file.Error($"line 1: the head is \"{string.Join(' ', words)}\"; supported is matrix coordinate real|integer|pattern general|symmetric. Save a dense array as npy.");
    }

    private static (long Rows, long Columns, long Count) ReadSizes(DataFile file, TokenCursor cursor, long bytes)
    {
        while (cursor.NextLine())
        {
            ReadOnlySpan<byte> first = cursor.Next();
            if (first.IsEmpty || first[0] == '%')
            {
                continue;
            }

            long? rows = TokenCursor.Whole(first);
            long? columns = TokenCursor.Whole(cursor.Next());
            long? count = TokenCursor.Whole(cursor.Next());
            if (rows is null || columns is null || count is null or < 0)
            {
                throw file.Error($"line {cursor.Line}: three sizes are needed here, rows, columns and entries.");
            }

            SparseEntries.RequireShape(file, rows.Value, columns.Value, bytes);
            return count <= bytes / FewestBytesPerEntry
                ? (rows.Value, columns.Value, count.Value)
                : throw file.Error($"line {cursor.Line}: {count} entries are promised, but the file has {bytes} bytes. It is cut short; copy it again.");
        }

        throw file.Error("there is no line with the sizes: rows, columns, entries. The file is cut short; copy it again.");
    }

    private static void ReadEntry(
        DataFile file, TokenCursor cursor, SparseEntries entries, long rows, long columns, bool isPattern, bool isSymmetric, (long Entry, long Count) place)
    {
        ReadOnlySpan<byte> first;
        do
        {
            if (!cursor.NextLine())
            {
                throw file.Error($"the file ends after {place.Entry} of {place.Count} entries. It is cut short; copy it again.");
            }

            first = cursor.Next();
        }
        while (first.IsEmpty || first[0] == '%');

        long? row = TokenCursor.Whole(first);
        long? column = TokenCursor.Whole(cursor.Next());
        if (!(row >= 1 && row <= rows && column >= 1 && column <= columns))
        {
            throw file.Error($"line {cursor.Line}: row {row}, column {column} (both counted from 1, as such files do) is outside of {rows} x {columns}.");
        }

        ReadOnlySpan<byte> word = isPattern ? "1"u8 : cursor.Next();
        float value = TokenCursor.Real(word) ?? throw file.Error(
            $"line {cursor.Line}: row {row - 1}, column {column - 1} (both counted from 0) is \"{TokenCursor.Text(word)}\"; every value must be a finite number of at most 3.4E+38.");
        entries.Add((int)row.Value - 1, (int)column.Value - 1, value);
        if (isSymmetric && row != column)
        {
            entries.Add((int)column.Value - 1, (int)row.Value - 1, value);
        }
    }
}
