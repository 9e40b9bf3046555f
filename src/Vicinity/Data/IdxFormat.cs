using System.Buffers.Binary;

namespace Vicinity;

/// <summary>IDX, the format of MNIST: two zero bytes, a type, a number of dimensions, big-endian lengths, big-endian values.</summary>
internal static class IdxFormat
{
    /// <summary>An array of two or more dimensions; all but the first one become columns.</summary>
    public static Matrix Read(DataFile file)
    {
        NumberArray array = ReadHeader(file);
        return array.Shape.Length >= 2
            ? array.ReadMatrix()
            : throw file.Error("this IDX file has 1 dimension: labels, not data. Data has 2 or more (idx3 for pictures).");
    }

    /// <summary>One text per element of a one-dimensional integer array.</summary>
    public static string[] ReadLabels(DataFile file)
    {
        NumberArray array = ReadHeader(file);
        if (array.Shape.Length != 1)
        {
            throw file.Error($"this IDX file has {array.Shape.Length} dimensions; labels have 1 (idx1), an entry per row.");
        }

        return array.Type.IsInteger ? array.ReadTexts() : throw file.Error($"its labels are {array.Type.Name}; they must be integers.");
    }

    private static NumberArray ReadHeader(DataFile file)
    {
        Span<byte> magic = stackalloc byte[4];
        Require(file, magic.Length);
        file.Read(magic);
        byte code = magic[2];
        NumberType type = TypeOf(code)
            ?? throw file.Error(
                $"it begins like an IDX file, but 0x{code:X2} is no IDX type; known are 08, 09, 0B, 0C, 0D and 0E. "
                + "The file is damaged or of another kind.");
        long[] shape = new long[magic[3]];
        if (shape.Length == 0)
        {
            throw file.Error("its IDX header says 0 dimensions; at least 1 is needed. The file is damaged.");
        }

        Require(file, 4L * shape.Length);
        Span<byte> length = stackalloc byte[4];
        for (int d = 0; d < shape.Length; d++)
        {
            file.Read(length);
            shape[d] = BinaryPrimitives.ReadUInt32BigEndian(length);
        }

        return new(file, type, BigEndian: true, shape);
    }

    private static NumberType? TypeOf(byte code) => code switch
    {
        0x08 => NumberType.UInt8,
        0x09 => NumberType.Int8,
        0x0B => NumberType.Int16,
        0x0C => NumberType.Int32,
        0x0D => NumberType.Float32,
        0x0E => NumberType.Float64,
        _ => null,
    };

    private static void Require(DataFile file, long bytes)
    {
        if (file.Remaining < bytes)
        {
            throw file.Error($"the IDX header is cut short: it needs {Counted.Of(bytes, "more byte")}, and {file.Remaining} follow. Copy the file again.");
        }
    }
}
