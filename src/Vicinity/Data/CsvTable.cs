namespace Vicinity;

/// <summary>A csv file with typed and named columns, from which numbers and texts are taken column by column.</summary>
/// <remarks>
/// A column is a number column if more than half of its filled cells are numbers. Its other cells are errors, but only once its numbers
/// are asked for, so that a label column may hold anything.
/// </remarks>
internal sealed class CsvTable
{
    private readonly CsvText text;
    private readonly CsvScan scan;
    private readonly int firstRow;

    private CsvTable(CsvText text)
    {
        this.text = text;
        scan = new(text);
        string[] first = RecordTexts(0);
        bool hasHeader = CsvHeader.IsHeader(first, scan.FirstRecord, scan.Values, scan.Columns, column => Recurs(first[column], column));
        firstRow = hasHeader ? 1 : 0;
        Names = [.. first.Select((name, c) => hasHeader && !string.IsNullOrWhiteSpace(name) ? name.Trim() : $"x{c}")];
        for (int c = 0; !hasHeader && c < scan.Width; c++)
        {
            scan.Columns[c].Add(scan.FirstRecord[c], record: 0);
        }

        FirstLineWarning = hasHeader || Rows < 2 ? null : Doubt(first);
    }

    /// <summary>D115, if line 1 was taken for data although a text in it occurs nowhere below, as the name of a column would.</summary>
    public FitWarning? FirstLineWarning { get; }

    /// <summary>From the header; x0, x1 ... by position where there is none.</summary>
    public IReadOnlyList<string> Names { get; }

    public int Rows => scan.Records.Count - firstRow;

    public static CsvTable Read(DataFile file) => new(new(file));

    public bool IsNumber(int column) => scan.Columns[column].IsNumber;

    /// <summary>The column of this name, or -1.</summary>
    public int IndexOf(string name)
    {
        int[] found = [.. Enumerable.Range(0, scan.Width).Where(c => Names[c] == name)];
        return found.Length < 2
            ? found.FirstOrDefault(-1)
            : throw text.Error($"columns {found[0]} and {found[1]} (counted from 0) are both called \"{name}\". Rename one of them.");
    }

    /// <summary>All number columns but one.</summary>
    public int[] NumberColumns(int except = -1) => [.. Enumerable.Range(0, scan.Width).Where(c => c != except && IsNumber(c))];

    /// <summary>The numbers of some columns; every cell must be one, unless gaps are allowed, which become NaN.</summary>
    public Matrix Numbers(int[] columns, bool allowGaps = false)
    {
        if (columns.Length == 0)
        {
            throw NoNumbers();
        }

        CheckCells(allowGaps ? [] : columns);
        if (columns.Length == scan.Width)
        {
            return Matrix.Wrap(scan.Values.AsMemory(firstRow * scan.Width, Rows * scan.Width), Rows, scan.Width);
        }

        return Matrix.Create(Rows, columns.Length, (i, row) =>
        {
            ReadOnlySpan<float> all = scan.Values.AsSpan((i + firstRow) * scan.Width, scan.Width);
            for (int d = 0; d < row.Length; d++)
            {
                row[d] = all[columns[d]];
            }
        });
    }

    /// <summary>The texts of some columns, each an array of one text per row, in one pass.</summary>
    public string[][] Texts(int[] columns)
    {
        string[]?[] byColumn = new string[]?[scan.Width];
        Array.ForEach(columns, column => byColumn[column] = new string[Rows]);
        for (int i = 0; columns.Length > 0 && i < Rows; i++)
        {
            CsvCursor cursor = new(text.Bytes, scan.Separator, scan.Records[i + firstRow]);
            foreach (string[]? texts in byColumn)
            {
                cursor.Read();
                if (texts is not null)
                {
                    texts[i] = CsvText.Decode(cursor);
                }
            }
        }

        return Array.ConvertAll(columns, column => byColumn[column]!);
    }

    private string[] RecordTexts(int record)
    {
        CsvCursor cursor = new(text.Bytes, scan.Separator, scan.Records[record]);
        string[] texts = new string[scan.Width];
        for (int c = 0; c < texts.Length; c++)
        {
            cursor.Read();
            texts[c] = CsvText.Decode(cursor);
        }

        return texts;
    }

    private bool Recurs(string cell, int column)
    {
        for (int record = 1; record < scan.Records.Count; record++)
        {
            CsvCursor cursor = new(text.Bytes, scan.Separator, scan.Records[record]);
            for (int c = 0; c <= column; c++)
            {
                cursor.Read();
            }

            if (CsvText.Decode(cursor) == cell)
            {
                return true;
            }
        }

        return false;
    }

    private FitWarning? Doubt(string[] first)
    {
        string? odd = first.Where((cell, c) => !string.IsNullOrWhiteSpace(cell) && !IsNumber(c) && !Recurs(cell, c)).FirstOrDefault();
        return odd is null ? null : new("D115",
            $"Line 1 of {text.Name} is taken for a row of data, but {CsvText.Quote(odd)} in it occurs nowhere below. "
            + "If it is a header, put a name above a column of numbers.");
    }

    private void CheckCells(int[] columns)
    {
        int[] bad = [.. columns.Where(c => scan.Columns[c].FirstBad >= 0)];
        if (bad.Length > 0)
        {
            throw BadCell(bad.MinBy(c => scan.Columns[c].FirstBad));
        }
    }

    private InvalidDataException BadCell(int column)
    {
        CsvColumn counts = scan.Columns[column];
        string cell = RecordTexts(counts.FirstBad)[column];
        string problem = string.IsNullOrWhiteSpace(cell)
            ? "is empty"
            : $"is {CsvText.Quote(cell)}, not a finite number of at most 3.4E+38";
        return text.Error(
            $"line {text.LineOf(scan.Records[counts.FirstBad])}: row {counts.FirstBad - firstRow}, column {column} \"{Names[column]}\" (both counted from 0) {problem}. "
            + $"Of the {Counted.Of(counts.Filled, "filled cell")} of this column {counts.Numbers} are written as numbers. Correct the cell, or remove its row or column.");
    }

    private InvalidDataException NoNumbers() => scan.Records.Count == 1 && !Enumerable.Range(0, scan.Width).Any(IsNumber)
        ? text.Error($"there is only line 1, without numbers ({ListNames(RecordTexts(0))}): a header without rows. Add rows of numbers.")
        : text.Error(
            $"there is no number column to use: in none of the columns ({ListNames(Names)}) are more than half of the filled cells numbers, "
            + $"the labels apart. {Separation}; numbers are written like 1.5 or 2e-3, or 1,5 where semicolons separate them.");

    private string Separation => scan.Width == 1 ? "No tab, semicolon or comma was found that separates cells" : $"Cells were taken to be separated by '{scan.SeparatorName}'";

    /// <summary>Names for a message, cut if there are many.</summary>
    public static string ListNames(IReadOnlyList<string> names)
    {
        const int Most = 20;
        string listed = string.Join(", ", names.Take(Most).Select(CsvText.Quote));
        return names.Count <= Most ? listed : $"{listed} and {names.Count - Most} more";
    }
}
