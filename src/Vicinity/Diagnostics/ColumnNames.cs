namespace Vicinity;

/// <summary>How columns are called in messages: by name where there are names, else by number, counted from 0.</summary>
/// <param name="names">One per column; null if there are none.</param>
internal sealed class ColumnNames(IReadOnlyList<string>? names)
{
    private const int ListedAtMost = 10;

    public string this[int column] => names is null ? $"{column} (counted from 0)" : CsvText.Quote(names[column]);

    /// <summary>A name for every column: x0, x1 ... by position where there is none.</summary>
    public string Plain(int column) => names is null ? $"x{column}" : names[column];

    /// <summary>A column as it is typed on a command line.</summary>
    public string Word(int column) => Plain(column).All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.') ? Plain(column) : $"'{Plain(column)}'";

    /// <summary>Some columns in a row, cut if they are many.</summary>
    public string List(int[] columns) =>
        string.Join(", ", columns.Take(ListedAtMost).Select(column => names is null ? $"{column}" : this[column]))
        + (columns.Length > ListedAtMost ? ", ..." : "")
        + (names is null ? " (counted from 0)" : "");
}
