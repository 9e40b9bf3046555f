using System.Globalization;
using System.Text;

namespace Vicinity;

/// <summary>Writes separated text in UTF-8: cells quoted where needed, numbers in the shortest form that reads back to the same bits.</summary>
internal sealed class CsvWriter(Stream stream, char separator) : IDisposable
{
    private readonly StreamWriter text =
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
    private readonly char[] number = new char[32];
    private bool inRow;

    public static void Write(Stream stream, Matrix matrix, char separator)
    {
        using CsvWriter writer = new(stream, separator);
        for (int d = 0; d < matrix.Columns; d++)
        {
            writer.Cell(matrix.Columns <= 3 ? "xyz".Substring(d, 1) : $"x{d}");
        }

        writer.EndRow();
        for (int i = 0; i < matrix.Rows; i++)
        {
            foreach (float value in matrix.Row(i))
            {
                writer.Cell(value);
            }

            writer.EndRow();
        }
    }

    public void Cell(float value)
    {
        Separate();
        value.TryFormat(number, out int length, provider: CultureInfo.InvariantCulture);
        text.Write(number, 0, length);
    }

    public void Cell(string value)
    {
        Separate();
        bool quote = value.AsSpan().ContainsAny("\"\r\n") || value.Contains(separator) || value.AsSpan().Trim().Length < value.Length;
        text.Write(quote ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value);
    }

    public void EndRow()
    {
        text.WriteLine();
        inRow = false;
    }

    public void Dispose() => text.Dispose();

    private void Separate()
    {
        if (inRow)
        {
            text.Write(separator);
        }

        inRow = true;
    }
}
