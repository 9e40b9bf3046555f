using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Vicinity;

/// <summary>The header of an npy file: magic, version, length, and a Python dictionary as text (NumPy enhancement proposal 1).</summary>
internal sealed record NpyHeader(string Type, bool FortranOrder, long[] Shape)
{
    private const int LongestHeader = 1 << 20;

    public static NpyHeader Read(DataFile file)
    {
        int version = ReadVersion(file);
        int lengthBytes = version == 1 ? 2 : 4;
        Span<byte> length = stackalloc byte[4];
        length.Clear();
        Require(file, lengthBytes);
        file.Read(length[..lengthBytes]);
        uint headerBytes = BinaryPrimitives.ReadUInt32LittleEndian(length);
        if (headerBytes > LongestHeader)
        {
            throw file.Error($"the npy header is said to have {headerBytes} bytes; at most {LongestHeader} are allowed. The file is damaged.");
        }

        Require(file, headerBytes);
        byte[] text = new byte[headerBytes];
        file.Read(text);
        return Parse(version == 3 ? Encoding.UTF8.GetString(text) : Encoding.Latin1.GetString(text), file);
    }

    /// <summary>All that stands before the values of an array of float32: version 1.0, padded so that they begin at a multiple of 64.</summary>
    public static byte[] ForFloats(int rows, int columns)
    {
        const int FixedBytes = 10;
        string text = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {columns}), }}";
        int total = (FixedBytes + text.Length + 1 + 63) / 64 * 64;
        byte[] header = new byte[total];
        FileSignature.Npy.CopyTo(header);
        header[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)(total - FixedBytes));
        Encoding.ASCII.GetBytes(text.PadRight(total - FixedBytes - 1) + '\n', header.AsSpan(FixedBytes));
        return header;
    }

    private static int ReadVersion(DataFile file)
    {
        Span<byte> start = stackalloc byte[8];
        Require(file, start.Length);
        file.Read(start);
        int version = start[6];
        return version is 1 or 2 or 3
            ? version
            : throw file.Error($"this is version {version}.{start[7]} of npy; versions 1, 2 and 3 can be read. Save the array again.");
    }

    private static void Require(DataFile file, long bytes)
    {
        if (file.Remaining < bytes)
        {
            throw file.Error($"the npy header is cut short: it needs {Counted.Of(bytes, "more byte")}, and {file.Remaining} follow. Copy the file again.");
        }
    }

    private static NpyHeader Parse(string header, DataFile file)
    {
        ReadOnlySpan<char> type = ValueOf("descr", header, file);
        if (type[0] is not ('\'' or '"'))
        {
            throw file.Error("its elements are records with fields, not numbers. Save one plain array of numbers.");
        }

        ReadOnlySpan<char> order = ValueOf("fortran_order", header, file);
        bool fortranOrder = order.StartsWith("True") || (order.StartsWith("False") ? false : throw Damaged("fortran_order", file));
        ReadOnlySpan<char> shape = ValueOf("shape", header, file);
        if (shape[0] != '(')
        {
            throw Damaged("shape", file);
        }

        return new(Until(type[0], type[1..], "descr", file), fortranOrder, Lengths(Until(')', shape[1..], "shape", file), file));
    }

    private static ReadOnlySpan<char> ValueOf(string key, string header, DataFile file)
    {
        int at = header.IndexOf($"'{key}'", StringComparison.Ordinal);
        ReadOnlySpan<char> rest = at < 0 ? [] : header.AsSpan(at + key.Length + 2).TrimStart();
        rest = rest.StartsWith(":") ? rest[1..].TrimStart() : [];
        return rest.IsEmpty ? throw Damaged(key, file) : rest;
    }

    private static string Until(char end, ReadOnlySpan<char> text, string key, DataFile file)
    {
        int length = text.IndexOf(end);
        return length < 0 ? throw Damaged(key, file) : text[..length].ToString();
    }

    private static long[] Lengths(string shape, DataFile file)
    {
        string[] parts = shape.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Array.ConvertAll(parts, part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length
            : throw Damaged("shape", file));
    }

    private static InvalidDataException Damaged(string key, DataFile file) =>
        file.Error($"the npy header has no readable '{key}'. The file is damaged; save the array again.");
}
