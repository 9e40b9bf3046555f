using System.IO.Compression;

namespace Vicinity;

/// <summary>Unpacks gzip data and knows whether all of it was there.</summary>
/// <remarks>
/// The runtime's reader takes an early end of the data for its end. So one more member, the seal, is put behind the others: it comes out
/// last only if each of them ended with its checksum.
/// </remarks>
internal static class GzipContent
{
    private static readonly byte[] Seal = [.. "the gzip data was whole"u8];
    private static readonly byte[] PackedSeal = Pack(Seal);

    /// <param name="packed">From its first byte to its end; disposed of.</param>
    /// <param name="name">The file, for messages.</param>
    /// <exception cref="InvalidDataException">The data is damaged or cut short.</exception>
    public static MemoryStream Unpack(Stream packed, string name)
    {
        MemoryStream packedAndSealed = DataFile.TakeIntoMemory(packed, name);
        packedAndSealed.Position = packedAndSealed.Length;
        packedAndSealed.Write(PackedSeal);
        packedAndSealed.Position = 0;
        MemoryStream content = UnpackAll(packedAndSealed, name);
        int length = (int)content.Length - Seal.Length;
        if (length < 0 || !content.GetBuffer().AsSpan(length, Seal.Length).SequenceEqual(Seal))
        {
            throw Damaged(name);
        }

        content.SetLength(length);
        return content;
    }

    private static MemoryStream UnpackAll(MemoryStream packed, string name)
    {
        try
        {
            return DataFile.TakeIntoMemory(new GZipStream(packed, CompressionMode.Decompress), name);
        }
        catch (InvalidDataException exception) when (!exception.Message.StartsWith(name, StringComparison.Ordinal))
        {
            throw Damaged(name, exception);
        }
    }

    private static InvalidDataException Damaged(string name, Exception? cause = null) =>
        new($"{name}: the gzip data is damaged, cut short or followed by other bytes. Copy the file again.", cause);

    private static byte[] Pack(byte[] bytes)
    {
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
