using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>Arrays of NumPy.</summary>
/// <remarks>Read in versions 1 to 3, either byte order, C or Fortran order; written as version 1.0, little-endian float32, C order.</remarks>
internal static class NpyFormat
{
    public static Matrix Read(DataFile file)
    {
        NpyHeader header = NpyHeader.Read(file);
        return header.Shape.Length == 2
            ? Numbers(file, header).ReadMatrix()
            : throw file.Error($"the array has {Dimensions(header)}; a table needs 2, rows x columns. Save X.reshape(len(X), -1).");
    }

    /// <summary>An array of one dimension as a table of one column.</summary>
    public static Matrix ReadColumn(DataFile file)
    {
        NpyHeader header = NpyHeader.Read(file);
        return header.Shape.Length == 1
            ? Numbers(file, header with { Shape = [header.Shape[0], 1] }).ReadMatrix()
            : throw file.Error($"the array has {Dimensions(header)}; a list needs 1.");
    }

    /// <summary>Dimensions of the array; the file stands where it stood.</summary>
    public static int DimensionsOf(DataFile file)
    {
        int dimensions = NpyHeader.Read(file).Shape.Length;
        file.Rewind();
        return dimensions;
    }

    private static NumberArray Numbers(DataFile file, NpyHeader header)
    {
        NumberType? type = header.Type.AsSpan(Math.Min(1, header.Type.Length)) switch
        {
            "f4" => NumberType.Float32,
            "f8" => NumberType.Float64,
            "u1" => NumberType.UInt8,
            "i4" => NumberType.Int32,
            "i8" => NumberType.Int64,
            _ => null,
        };
        return ArrayOf(file, header, type, "f4, f8, u1, i4 and i8", "X.astype('float32')");
    }

    /// <summary>One text per element of a one-dimensional integer array.</summary>
    public static string[] ReadLabels(DataFile file)
    {
        NpyHeader header = NpyHeader.Read(file);
        NumberType? type = header.Type.AsSpan(Math.Min(1, header.Type.Length)) switch
        {
            "u1" => NumberType.UInt8,
            "i1" => NumberType.Int8,
            "u2" => NumberType.UInt16,
            "i2" => NumberType.Int16,
            "u4" => NumberType.UInt32,
            "i4" => NumberType.Int32,
            "u8" => NumberType.UInt64,
            "i8" => NumberType.Int64,
            _ => null,
        };
        NumberArray array = ArrayOf(file, header, type, "integers of 1, 2, 4 or 8 bytes", "y.astype(int), or one text per line");
        return header.Shape.Length == 1
            ? array.ReadTexts()
            : throw file.Error($"the array has {Dimensions(header)}; labels need 1, an entry per row. Save y.ravel().");
    }

    public static void Write(Stream stream, Matrix matrix)
    {
        stream.Write(NpyHeader.ForFloats(matrix.Rows, matrix.Columns));
        for (int i = 0; i < matrix.Rows; i++)
        {
            WriteRow(stream, matrix.Row(i));
        }
    }

    private static NumberArray ArrayOf(DataFile file, NpyHeader header, NumberType? type, string supported, string cure)
    {
        char order = header.Type.Length > 0 ? header.Type[0] : ' ';
        if (type is null || order is not ('<' or '>' or '|' or '='))
        {
            string kind = header.Type.EndsWith('O') ? "'O' (pickled Python objects)" : $"'{header.Type}'";
            throw file.Error($"its type is {kind}; supported are {supported}. Save {cure}.");
        }

        bool bigEndian = order == '>' || (order != '<' && !BitConverter.IsLittleEndian);
        return new(file, type, bigEndian, header.Shape, header.FortranOrder);
    }

    private static string Dimensions(NpyHeader header) =>
        header.Shape.Length == 1 ? "1 dimension" : $"{header.Shape.Length} dimensions ({string.Join(" x ", header.Shape)})";

    private static void WriteRow(Stream stream, ReadOnlySpan<float> row)
    {
        if (BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(row));
            return;
        }

        uint[] swapped = new uint[row.Length];
        BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, uint>(row), swapped);
        stream.Write(MemoryMarshal.AsBytes(swapped.AsSpan()));
    }
}
