using System.Text;

namespace Vicinity.Tests;

/// <summary>Damages files: by chance, and where a reader that trusts them would fall.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly long[] OddNumbers = [-1, 0, 1, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue, 1L << 40, 0x7FF0_0000_0000_0000, 0x7F80_0000_7F80_0000];

    private static readonly byte[][] OddWords = [.. new[]
    {
        "-1", "0", "2147483647", "2147483648", "4294967296", "99999999999999999999", "1e309", "-1e39", "nan", "inf", "1.5", "\"", "\"\"", "'", "(", ")", "{", "}", "[", "]",
        ",", ";", "\t", "\n", "\r\n", ":", "null", "true", "%", "#", "\0", "\uFEFF", "\u00FC", " ", "\\",
    }.Select(Encoding.UTF8.GetBytes)];

    private readonly Random random = new(seed);

    /// <summary>A file with one to four changes.</summary>
    public byte[] Mutate(byte[] file)
    {
        List<byte> bytes = [.. file];
        for (int change = random.Next(1, 5); change > 0 && bytes.Count > 0; change--)
        {
            Change(bytes);
        }

        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        int at = random.Next(2) == 0 ? random.Next(bytes.Count) : random.Next(Math.Min(bytes.Count, 1 << random.Next(4, 11)));
        int length = Math.Min(random.Next(1, 24), bytes.Count - at);
        switch (random.Next(9))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.RemoveRange(at, bytes.Count - at); break;
            case 3: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
            case 4: bytes.RemoveRange(at, length); break;
            case 5: Overwrite(bytes, at, BitConverter.GetBytes(OddNumbers[random.Next(OddNumbers.Length)]).AsSpan(0, random.Next(2) == 0 ? 4 : 8)); break;
            case 6: Overwrite(bytes, at / 8 * 8, BitConverter.GetBytes(OddNumbers[random.Next(OddNumbers.Length)])); break;
            case 7: bytes.InsertRange(at, OddWords[random.Next(OddWords.Length)]); break;
            default: ReplaceNumber(bytes, at); break;
        }
    }

    /// <summary>The digits from a place on become another number; elsewhere a word is written over the bytes.</summary>
    private void ReplaceNumber(List<byte> bytes, int at)
    {
        byte[] word = OddWords[random.Next(OddWords.Length)];
        int end = at;
        while (end < bytes.Count && bytes[end] is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-')
        {
            end++;
        }

        if (end == at)
        {
            Overwrite(bytes, at, word);
            return;
        }

        bytes.RemoveRange(at, end - at);
        bytes.InsertRange(at, word);
    }

    private static void Overwrite(List<byte> bytes, int at, ReadOnlySpan<byte> with)
    {
        for (int k = 0; k < with.Length && at + k < bytes.Count; k++)
        {
            bytes[at + k] = with[k];
        }
    }
}
