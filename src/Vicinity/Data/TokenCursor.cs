using System.Buffers.Text;
using System.Text;

namespace Vicinity;

/// <summary>Walks through a text of words, line by line.</summary>
/// <param name="bytes">ASCII, or UTF-8 between the words.</param>
internal sealed class TokenCursor(byte[] bytes)
{
    private int at = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
    private int end;

    /// <summary>Number of the line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Where the present line ends; true if there is one.</summary>
    public bool NextLine()
    {
        at = Line == 0 ? at : end + 1;
        if (at >= bytes.Length)
        {
            return false;
        }

        int length = bytes.AsSpan(at).IndexOf((byte)'\n');
        end = length < 0 ? bytes.Length : at + length;
        Line++;
        return true;
    }

    /// <summary>The next word of the line; empty at its end.</summary>
    public ReadOnlySpan<byte> Next()
    {
        while (at < end && bytes[at] <= ' ')
        {
            at++;
        }

        int first = at;
        while (at < end && bytes[at] > ' ')
        {
            at++;
        }

        return bytes.AsSpan(first, at - first);
    }

    /// <summary>A whole number, or null.</summary>
    public static long? Whole(ReadOnlySpan<byte> word) =>
        Utf8Parser.TryParse(word, out long value, out int used) && used == word.Length ? value : null;

    /// <summary>A finite float, or null.</summary>
    public static float? Real(ReadOnlySpan<byte> word)
    {
        ReadOnlySpan<byte> digits = word.StartsWith("+"u8) ? word[1..] : word;
        return Utf8Parser.TryParse(digits, out double value, out int used) && used == digits.Length && float.IsFinite((float)value) ? (float)value : null;
    }

    public static string Text(ReadOnlySpan<byte> word) => Encoding.UTF8.GetString(word);
}
