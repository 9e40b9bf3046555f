using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Xunit;

namespace Vicinity.Tests;

/// <summary>Data files made in memory, byte by byte, by another way than the library's.</summary>
internal static class DataBytes
{
    public static Matrix ReadMatrix(byte[] bytes, string name = "data")
    {
        using DataFile file = DataFile.From(new MemoryStream(bytes), name);
        return Matrix.Read(file);
    }

    public static Matrix ReadMatrix(string text) => ReadMatrix(Encoding.UTF8.GetBytes(text), "data.csv");

    public static Table ReadTable(string text, string? labels = null)
    {
        using DataFile file = DataFile.From(new MemoryStream(Encoding.UTF8.GetBytes(text)), "data.csv");
        return Table.Read(file, labels);
    }

    public static Labels ReadLabels(byte[] bytes)
    {
        using DataFile file = DataFile.From(new MemoryStream(bytes), "labels");
        return Labels.Read(file);
    }

    /// <summary>The message of the refusal; nothing but an InvalidDataException will do.</summary>
    public static string Refusal(byte[] bytes, string name = "data") => Assert.Throws<InvalidDataException>(() => ReadMatrix(bytes, name)).Message;

    public static string Refusal(string text) => Refusal(Encoding.UTF8.GetBytes(text), "data.csv");

    public static byte[] Npy(string type, string shape, byte[] values, bool fortranOrder = false, int version = 1)
    {
        string header = $"{{'descr': '{type}', 'fortran_order': {(fortranOrder ? "True" : "False")}, 'shape': {shape}, }}\n";
        return NpyWithHeader(header, values, version);
    }

    public static byte[] NpyWithHeader(string header, byte[] values, int version = 1)
    {
        byte[] length = new byte[version == 1 ? 2 : 4];
        length[0] = (byte)header.Length;
        length[1] = (byte)(header.Length >> 8);
        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length, .. Encoding.UTF8.GetBytes(header), .. values];
    }

    public static byte[] Idx(byte type, int[] shape, params byte[] values)
    {
        byte[] lengths = new byte[4 * shape.Length];
        for (int d = 0; d < shape.Length; d++)
        {
            BinaryPrimitives.WriteInt32BigEndian(lengths.AsSpan(4 * d), shape[d]);
        }

        return [0, 0, type, (byte)shape.Length, .. lengths, .. values];
    }

    public static byte[] BytesOf<T>(params T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    /// <summary>Every element with its bytes reversed.</summary>
    public static byte[] Reversed(byte[] bytes, int size) => [.. bytes.Chunk(size).SelectMany(element => element.Reverse())];

    public static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>An archive whose entries are stored as they are.</summary>
    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in entries)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A sparse matrix as SciPy saves it.</summary>
    public static byte[] SparseNpz(string format, (long Rows, long Columns) shape, SparseMatrix stored)
    {
        int[] columns = [.. Enumerable.Range(0, stored.Rows).SelectMany(i => stored.RowColumns(i).ToArray())];
        float[] values = [.. Enumerable.Range(0, stored.Rows).SelectMany(i => stored.RowValues(i).ToArray())];
        int[] starts = [.. Enumerable.Range(0, stored.Rows + 1).Select(end => Enumerable.Range(0, end).Sum(i => stored.RowColumns(i).Length))];
        return Zip(
            ("indices.npy", Npy("<i4", $"({columns.Length},)", BytesOf(columns))),
            ("indptr.npy", Npy("<i4", $"({starts.Length},)", BytesOf(starts))),
            ("format.npy", Npy("|S3", "()", Encoding.ASCII.GetBytes(format))),
            ("shape.npy", Npy("<i8", "(2,)", BytesOf(shape.Rows, shape.Columns))),
            ("data.npy", Npy("<f4", $"({values.Length},)", BytesOf(values))));
    }

    public static float[] ValuesOf(Matrix matrix) => [.. Enumerable.Range(0, matrix.Rows).SelectMany(i => matrix.Row(i).ToArray())];

    public static void AssertMatrix(Matrix matrix, int rows, int columns, params float[] values)
    {
        Assert.Equal((rows, columns), (matrix.Rows, matrix.Columns));
        Assert.Equal(values.Select(BitConverter.SingleToInt32Bits), ValuesOf(matrix).Select(BitConverter.SingleToInt32Bits));
    }
}
