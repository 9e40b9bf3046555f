using System.Runtime.CompilerServices;

namespace Vicinity;

/// <summary>One pass over a text: cells read as numbers, columns counted, the places of records noted; no strings are made.</summary>
internal sealed class CsvScan
{
    private readonly List<int> records = [];

    public CsvScan(CsvText text)
    {
        Separator = CsvDialect.Separator(text.Bytes);
        CsvCursor cursor = new(text.Bytes, Separator);
        Width = cursor.SkipRecord();
        Values = GC.AllocateUninitializedArray<float>(MostCells(text));
        FirstRecord = new CsvCell[Width];
        Columns = [.. Enumerable.Range(0, Width).Select(_ => new CsvColumn())];
        cursor = new(text.Bytes, Separator);
        while (!cursor.AtEnd)
        {
            ReadRecord(text, ref cursor);
        }
    }

    public byte Separator { get; }

    /// <summary>The separator for messages.</summary>
    public string SeparatorName => Separator == (byte)'\t' ? "tab" : $"{(char)Separator}";

    /// <summary>Cells per record.</summary>
    public int Width { get; }

    /// <summary>For every record the position of its first cell.</summary>
    public IReadOnlyList<int> Records => records;

    /// <summary>Record after record, Width values each; NaN where a cell is no number.</summary>
    public float[] Values { get; }

    /// <summary>What the cells of the first record are.</summary>
    public CsvCell[] FirstRecord { get; }

    /// <summary>The columns, counted without the first record, which may be a header.</summary>
    public CsvColumn[] Columns { get; }

    /// <summary>A bound that the file itself sets: every record ends a line, and every cell but the last takes a byte.</summary>
    private int MostCells(CsvText text) =>
        (int)Math.Min((long)text.LineOf(text.Bytes.Length) * Width, Math.Min(text.Bytes.Length + 1L, Array.MaxLength));

    [MethodImpl(HotLoop.Alone)]
    private void ReadRecord(CsvText text, ref CsvCursor cursor)
    {
        int record = records.Count;
        int start = cursor.Position;
        int width = 0;
        do
        {
            cursor.Read();
            if (width < Width)
            {
                CsvCell cell = CsvNumber.Read(cursor.Cell, decimalComma: Separator == (byte)';', out Values[(record * Width) + width]);
                if (cell != CsvCell.Number)
                {
                    Values[(record * Width) + width] = float.NaN;
                }

                Count(cell, record, width);
            }

            width++;
        }
        while (!cursor.EndsRecord);
        Check(text, cursor.IsBroken, start, width);
        records.Add(start);
    }

    private void Count(CsvCell cell, int record, int column)
    {
        if (record == 0)
        {
            FirstRecord[column] = cell;
        }
        else
        {
            Columns[column].Add(cell, record);
        }
    }

    private void Check(CsvText text, bool isBroken, int start, int width)
    {
        if (isBroken)
        {
            throw text.Error(
                $"in the record that begins on line {text.LineOf(start)}, column {width - 1} (counted from 0) has a quote that is not closed before the next separator. "
                + "Close it; a quote inside quotes is written twice.");
        }

        if (width != Width)
        {
            throw text.Error(
                $"line {text.LineOf(start)} has {Counted.Of(width, "cell")}, but line 1 has {Width} (separator '{SeparatorName}'). "
                + "Every line needs the same number.");
        }
    }
}
