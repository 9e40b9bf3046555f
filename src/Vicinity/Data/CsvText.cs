using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Vicinity;

/// <summary>The bytes of a text file, without byte order mark and without line ends at the end; knows where its lines are.</summary>
internal sealed class CsvText
{
    private const int LongestQuotation = 40;

    private readonly DataFile file;
    private readonly ReadOnlyMemory<byte> bytes;

    public CsvText(DataFile file)
    {
        this.file = file;
        bytes = file.ReadAll();
        bytes = bytes[(Bytes.StartsWith("\uFEFF"u8) ? 3 : 0)..];
        bytes = bytes[..Bytes.TrimEnd("\r\n"u8).Length];
        if (bytes.IsEmpty)
        {
            throw file.Error("the file has no text; at least one row is needed.");
        }

        if (!Utf8.IsValid(Bytes))
        {
            throw NotUtf8();
        }
    }

    /// <summary>The path of the file.</summary>
    public string Name => file.Name;

    public ReadOnlySpan<byte> Bytes => bytes.Span;

    /// <summary>The text in a cell: doubled quotes made single, nothing trimmed.</summary>
    public static string Decode(in CsvCursor cursor)
    {
        string text = Encoding.UTF8.GetString(cursor.Cell);
        return cursor.IsQuoted ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>A cell's text for a message, cut if it is long.</summary>
    public static string Quote(string text) =>
        text.Length <= LongestQuotation ? $"\"{text}\"" : $"\"{text.AsSpan(0, LongestQuotation)}...\"";

    public InvalidDataException Error(string problem) => file.Error(problem);

    /// <summary>The line of a position, counted from 1 as an editor does.</summary>
    public int LineOf(int position)
    {
        ReadOnlySpan<byte> before = Bytes[..position];
        return 1 + before.Count((byte)'\n') + before.Count((byte)'\r') - before.Count("\r\n"u8);
    }

    private InvalidDataException NotUtf8()
    {
        int position = 0;
        while (Rune.DecodeFromUtf8(Bytes[position..], out _, out int length) == OperationStatus.Done)
        {
            position += length;
        }

        return Error($"line {LineOf(position)} is not UTF-8 text (byte {Bytes[position]:X2}). Save the file as UTF-8.");
    }
}
