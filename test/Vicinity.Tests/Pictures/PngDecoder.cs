using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace Vicinity.Tests;

/// <summary>Reads png files of 8-bit RGB with the filters "none" and "up", and checks everything on the way.</summary>
internal static class PngDecoder
{
    public static (int Width, int Height, byte[] Pixels) Decode(ReadOnlySpan<byte> png)
    {
        Assert.Equal("\u0089PNG\r\n\u001A\n", Encoding.Latin1.GetString(png[..8]));
        Dictionary<string, byte[]> chunks = new(StringComparer.Ordinal);
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            Assert.Equal(Crc(png.Slice(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(png[(at + 8 + length)..]));
            chunks.Add(Encoding.Latin1.GetString(png.Slice(at + 4, 4)), png.Slice(at + 8, length).ToArray());
            at += length + 12;
        }

        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Keys);
        Assert.Equal([8, 2, 0, 0, 0], chunks["IHDR"][8..]);
        int width = BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"]);
        int height = BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"].AsSpan(4));
        return (width, height, Unfilter(Inflate(chunks["IDAT"]), width, height));
    }

    private static byte[] Inflate(byte[] packed)
    {
        using ZLibStream inflate = new(new MemoryStream(packed), CompressionMode.Decompress);
        MemoryStream bytes = new();
        inflate.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Unfilter(byte[] filtered, int width, int height)
    {
        Assert.Equal((width * 3 + 1) * height, filtered.Length);
        byte[] pixels = new byte[width * height * 3];
        for (int k = 0; k < pixels.Length; k++)
        {
            int row = k / (width * 3);
            byte filter = filtered[row * (width * 3 + 1)];
            Assert.True(filter is 0 or 2);
            pixels[k] = (byte)(filtered[k + row + 1] + (filter == 2 && row > 0 ? pixels[k - width * 3] : 0));
        }

        return pixels;
    }

    /// <summary>CRC-32 bit by bit, as in the annex of the png specification.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            }
        }

        return ~crc;
    }
}
