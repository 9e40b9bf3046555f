namespace Vicinity;

/// <summary>Text lines of <c>label column:value column:value ...</c>, as LIBSVM and its kin read; columns ascend and are counted from 1, or from 0 where a 0 occurs.</summary>
internal static class LibsvmFormat
{
    /// <summary>True if the first line of a text has this form.</summary>
    public static bool Fits(ReadOnlySpan<byte> head)
    {
        TokenCursor cursor = new(head.ToArray());
        if (!cursor.NextLine() || TokenCursor.Real(cursor.Next()) is null)
        {
            return false;
        }

        ReadOnlySpan<byte> word = cursor.Next();
        int colon = word.IndexOf((byte)':');
        return colon > 0 && TokenCursor.Whole(word[..colon]) is >= 0 && TokenCursor.Real(word[(colon + 1)..]) is not null;
    }

    /// <summary>The rows and the label of each.</summary>
    public static (SparseMatrix Rows, string[] Labels) Read(DataFile file)
    {
        byte[] bytes = file.ReadAll();
        TokenCursor cursor = new(bytes);
        SparseEntries entries = new(file);
        List<string> labels = [];
        int least = 1;
        int most = 0;
        while (cursor.NextLine())
        {
            ReadOnlySpan<byte> label = cursor.Next();
            if (!label.IsEmpty && label[0] != '#')
            {
                (int first, int last) = ReadRow(file, cursor, entries, labels.Count, bytes.Length);
                (least, most) = (Math.Min(least, first), Math.Max(most, last));
                labels.Add(TokenCursor.Text(label));
            }
        }

        SparseMatrix rows = entries.ToMatrix(labels.Count, most + 1);
        return (least == 0 ? rows : rows.WithoutFirstColumn(), [.. labels]);
    }

    /// <summary>The entries of a line; returns the least and the largest column as they are numbered in the file.</summary>
    private static (int First, int Last) ReadRow(DataFile file, TokenCursor cursor, SparseEntries entries, int row, long bytes)
    {
        int first = 1;
        int last = -1;
        for (ReadOnlySpan<byte> word = cursor.Next(); !word.IsEmpty && word[0] != '#'; word = cursor.Next())
        {
            int colon = word.IndexOf((byte)':');
            long? column = colon > 0 ? TokenCursor.Whole(word[..colon]) : null;
            float? value = colon > 0 ? TokenCursor.Real(word[(colon + 1)..]) : null;
            if (column is null or < 0 || value is null || column <= last)
            {
                string fault = column <= last ? $"comes after column {last}; columns must ascend" : "is not column:value with a finite value";
                throw file.Error($"line {cursor.Line} (row {row}, counted from 0): \"{TokenCursor.Text(word)}\" {fault}.");
            }

            SparseEntries.RequireShape(file, 1, column.Value + 1, bytes);
            first = last < 0 ? Math.Min(first, (int)column.Value) : first;
            last = (int)column.Value;
            entries.Add(row, last, value.Value);
        }

        return (first, last);
    }
}
