using System.Buffers.Binary;
using System.IO.Compression;

namespace Vicinity;

/// <summary>Writes a raster as png (PNG 1.2): 8-bit RGB, one filter per row, deflate.</summary>
internal static class PngWriter
{
    private const int BytesPerPixel = 3;
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcEntry)];

    public static void Write(Raster raster, Stream output)
    {
        output.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, raster.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], raster.Height);
        header[8] = 8; // bits per channel
        header[9] = 2; // RGB
        WriteChunk(output, "IHDR"u8, header);
        WriteChunk(output, "IDAT"u8, Compress(raster));
        WriteChunk(output, "IEND"u8, []);
    }

    private static ReadOnlySpan<byte> Compress(Raster raster)
    {
        MemoryStream packed = new();
        using (ZLibStream deflate = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] above = new byte[raster.Width * BytesPerPixel];
            byte[] none = new byte[above.Length + 1];
            byte[] up = new byte[above.Length + 1];
            up[0] = 2;
            for (int y = 0; y < raster.Height; y++)
            {
                ReadOnlySpan<byte> row = raster.Row(y);
                row.CopyTo(none.AsSpan(1));
                Subtract(row, above, up.AsSpan(1));
                deflate.Write(Changes(up) < Changes(none) ? up : none);
                row.CopyTo(above);
            }
        }

        return packed.GetBuffer().AsSpan(0, (int)packed.Length);
    }

    private static void Subtract(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> difference)
    {
        for (int k = 0; k < row.Length; k++)
        {
            difference[k] = (byte)(row[k] - above[k]);
        }
    }

    /// <summary>Bytes unlike the same channel of the pixel before: a cheap guess at what deflate will make of the row.</summary>
    private static int Changes(ReadOnlySpan<byte> filtered)
    {
        int changes = 0;
        for (int k = 1 + BytesPerPixel; k < filtered.Length; k++)
        {
            changes += filtered[k] == filtered[k - BytesPerPixel] ? 0 : 1;
        }

        return changes;
    }

    private static void WriteChunk(Stream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        output.Write(number);
        output.Write(type);
        output.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), content));
        output.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint CrcEntry(int index)
    {
        uint entry = (uint)index;
        for (int bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 0 ? entry >> 1 : 0xEDB88320 ^ (entry >> 1);
        }

        return entry;
    }
}
