using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Vicinity;

/// <summary>The file of models and of the states of runs: a header, a table, sections that begin at multiples of 64 bytes.</summary>
/// <remarks>
/// All numbers little-endian. Header, 64 bytes: 8 "VICINITY", u32 version, u32 number of sections, 8 kind, u64 length of the file, 32 SHA-256
/// of the first 32 bytes and the table. Table, 128 bytes per section: 40 name, u32 type, u32 zero, u64 rows, u64 columns, u64 offset,
/// u64 length, 16 zero, 32 SHA-256 of the section. Sections stand in the order of the table; between them are zeros. Every length is checked
/// against that of the file before anything is allocated.
/// </remarks>
internal static class SectionFormat
{
    /// <summary>The version that is written; a reader refuses a later one.</summary>
    public const int Version = 1;

    private const int HeaderLength = 64;
    private const int EntryLength = 128;
    private const int NameLength = 40;
    private const int Alignment = 64;
    private const int HashLength = 32;
    private const int LengthAt = 24;
    private const int HashAt = 32;

    private static ReadOnlySpan<byte> Magic => "VICINITY"u8;

    private static ReadOnlySpan<byte> Zeros => new byte[Alignment];

    /// <summary>Writes a file.</summary>
    public static void Write(Stream stream, string kind, IReadOnlyList<Section> sections)
    {
        byte[] head = new byte[HeaderLength + (EntryLength * sections.Count)];
        long offset = Aligned(head.Length);
        for (int k = 0; k < sections.Count; k++)
        {
            WriteEntry(head.AsSpan(HeaderLength + (k * EntryLength), EntryLength), sections[k], offset);
            offset = Aligned(offset + sections[k].Length);
        }

        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(12), sections.Count);
        Encoding.ASCII.GetBytes(kind, head.AsSpan(16, 8));
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(LengthAt), offset);
        HashOfHead(head).CopyTo(head.AsSpan(HashAt));
        WritePadded(stream, head);
        foreach (Section section in sections)
        {
            WritePadded(stream, SectionSet.InFile(section));
        }
    }

    /// <summary>Reads a file whole.</summary>
    /// <param name="stream">It, at its beginning; its length must be known.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="kind">What it must hold.</param>
    /// <exception cref="InvalidDataException">It is no such file, damaged, or of a later version.</exception>
    public static SectionSet Read(Stream stream, string source, string kind)
    {
        SectionSet sections = new(source);
        byte[] head = ReadHead(stream, sections, kind);
        long end = Aligned(head.Length);
        for (int at = HeaderLength; at < head.Length; at += EntryLength)
        {
            ReadSection(stream, sections, head.AsSpan(at, EntryLength), ref end);
        }

        return sections;
    }

    /// <summary>Makes the checksums fit the content again, so that a test can look behind them.</summary>
    internal static void Sign(Span<byte> file)
    {
        long count = Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(file[12..]), (uint)(file.Length - HeaderLength) / EntryLength);
        for (int k = 0; k < count; k++)
        {
            Span<byte> entry = file.Slice(HeaderLength + (k * EntryLength), EntryLength);
            (long offset, long length) = (BinaryPrimitives.ReadInt64LittleEndian(entry[64..]), BinaryPrimitives.ReadInt64LittleEndian(entry[72..]));
            if (offset >= 0 && length >= 0 && offset <= file.Length && length <= file.Length - offset)
            {
                SHA256.HashData(file.Slice((int)offset, (int)length), entry[96..]);
            }
        }

        HashOfHead(file[..(int)(HeaderLength + (count * EntryLength))]).CopyTo(file[HashAt..]);
    }

    private static byte[] ReadHead(Stream stream, SectionSet sections, string kind)
    {
        byte[] header = new byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.AsSpan().StartsWith(Magic))
        {
            throw sections.Damage("it does not begin as a file of Vicinity does");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8));
        if (version != Version)
        {
            throw sections.Damage($"it is of version {version}, but this program reads version {Version}");
        }

        string found = Encoding.ASCII.GetString(header, 16, 8).TrimEnd('\0');
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(12));
        long length = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(LengthAt));
        if (found != kind || length != stream.Length || count > (stream.Length - HeaderLength) / EntryLength)
        {
            throw sections.Damage(found != kind
                ? $"it holds a {Printable(found)}, not a {kind}"
                : $"it has {stream.Length} bytes and should have {length}, with {count} sections");
        }

        byte[] head = new byte[HeaderLength + (int)(count * EntryLength)];
        header.CopyTo(head, 0);
        stream.ReadExactly(head.AsSpan(HeaderLength));
        return HashOfHead(head).AsSpan().SequenceEqual(head.AsSpan(HashAt, HashLength)) ? head : throw sections.Damage("the checksum of its table is wrong");
    }

    private static void ReadSection(Stream stream, SectionSet sections, ReadOnlySpan<byte> entry, ref long end)
    {
        string name = Encoding.ASCII.GetString(entry[..NameLength]).TrimEnd('\0');
        var type = (SectionType)BinaryPrimitives.ReadInt32LittleEndian(entry[40..]);
        long rows = BinaryPrimitives.ReadInt64LittleEndian(entry[48..]);
        long columns = BinaryPrimitives.ReadInt64LittleEndian(entry[56..]);
        long offset = BinaryPrimitives.ReadInt64LittleEndian(entry[64..]);
        long length = BinaryPrimitives.ReadInt64LittleEndian(entry[72..]);
        bool isPlaced = offset == end && length >= 0 && length <= Math.Min(Array.MaxLength, stream.Length - offset);
        if (!isPlaced || name.Length == 0 || name.Any(letter => letter is <= ' ' or > '~'))
        {
            throw sections.Damage($"the section '{Printable(name)}' would be {length} bytes at {offset} of {stream.Length}");
        }

        end = Aligned(offset + length);
        int size = SectionSet.Size(type);
        if (size == 0)
        {
            return;     // of a later program; whoever needs it will miss it
        }

        if (rows is < 0 or > int.MaxValue || columns is < 0 or > int.MaxValue || (UInt128)(ulong)rows * (ulong)columns * (ulong)size != (ulong)length)
        {
            throw sections.Damage($"the section {name} has {length} bytes, which are not {rows} x {columns} values of {type}");
        }

        Section section = new(name, type, (int)rows, (int)columns, SectionSet.ArrayOf(type, (int)length / size));
        stream.Position = offset;
        stream.ReadExactly(section.Bytes);
        if (!SHA256.HashData(section.Bytes).AsSpan().SequenceEqual(entry[96..]))
        {
            throw sections.Damage($"the checksum of the section {name} is wrong");
        }

        SectionSet.Swap(section.Bytes, size);
        sections.Add(section);
    }

    private static void WriteEntry(Span<byte> entry, Section section, long offset)
    {
        Encoding.ASCII.GetBytes(section.Name, entry[..NameLength]);
        BinaryPrimitives.WriteInt32LittleEndian(entry[40..], (int)section.Type);
        BinaryPrimitives.WriteInt64LittleEndian(entry[48..], section.Rows);
        BinaryPrimitives.WriteInt64LittleEndian(entry[56..], section.Columns);
        BinaryPrimitives.WriteInt64LittleEndian(entry[64..], offset);
        BinaryPrimitives.WriteInt64LittleEndian(entry[72..], section.Length);
        SHA256.HashData(SectionSet.InFile(section), entry[96..]);
    }

    private static void WritePadded(Stream stream, ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        stream.Write(Zeros[..(int)(Aligned(bytes.Length) - bytes.Length)]);
    }

    private static byte[] HashOfHead(ReadOnlySpan<byte> head)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(head[..HashAt]);
        hash.AppendData(head[HeaderLength..]);
        return hash.GetHashAndReset();
    }

    private static string Printable(string text) => new([.. text.Select(letter => letter is > ' ' and <= '~' ? letter : '?')]);

    private static long Aligned(long length) => (length + Alignment - 1) / Alignment * Alignment;
}
