using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>The numbers of a binary file, which are all that is left of it: an array of known shape, type and byte order.</summary>
internal sealed record NumberArray(DataFile File, NumberType Type, bool BigEndian, long[] Shape, bool ColumnMajor = false)
{
    private const int BlockBytes = 1 << 18;

    private string ShapeText => string.Join(" x ", Shape);

    private bool NeedsSwap => BigEndian == BitConverter.IsLittleEndian && Type.Size > 1;

    /// <summary>The array as a matrix; one of more than two dimensions gives rows of all the others.</summary>
    public Matrix ReadMatrix()
    {
        CheckSize();
        long columns = Shape.Skip(1).Aggregate(1L, (product, length) => product * length);
        return Matrix.Wrap(ReadFloats((int)Shape[0], (int)columns), (int)Shape[0], (int)columns);
    }

    /// <summary>A one-dimensional array as texts.</summary>
    public string[] ReadTexts()
    {
        CheckSize();
        byte[] bytes = File.ReadAll();
        SwapIfNeeded(bytes);
        string[] texts = new string[Shape[0]];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = Type.Text(bytes, i);
        }

        return texts;
    }

    /// <summary>Compares what the header promises with the file, before anything is allocated.</summary>
    private void CheckSize()
    {
        if (Shape.AsSpan().Contains(0))
        {
            throw File.Error($"the array is {ShapeText}: it has no values. At least one row and one column are needed.");
        }

        UInt128 count = Shape.Aggregate((UInt128)1, (product, length) => UInt128.Min(product * (UInt128)length, ulong.MaxValue));
        UInt128 bytes = count * (uint)Type.Size;
        if (bytes != (UInt128)File.Remaining)
        {
            string cure = bytes > (UInt128)File.Remaining ? "is cut short; copy it again" : "has bytes that belong to nothing; write it again";
            throw File.Error(
                $"the header promises {ShapeText} values of {Type.Name}, {bytes} bytes, but {File.Remaining} bytes follow it. The file {cure}.");
        }

        if (count > (UInt128)Array.MaxLength)
        {
            throw File.Error($"the array has {count:N0} values; this version holds at most {Array.MaxLength}. Use fewer rows or columns.");
        }
    }

    private float[] ReadFloats(int rows, int columns)
    {
        float[] values = GC.AllocateUninitializedArray<float>(rows * columns);
        byte[] bytes = new byte[BlockBytes];
        float[] scratch = ColumnMajor ? new float[BlockBytes / Type.Size] : [];
        for (long start = 0; start < values.Length; start += BlockBytes / Type.Size)
        {
            int count = (int)Math.Min(BlockBytes / Type.Size, values.Length - start);
            Span<float> block = ColumnMajor ? scratch.AsSpan(0, count) : values.AsSpan((int)start, count);
            ReadBlock(bytes.AsSpan(0, count * Type.Size), block, start, rows, columns);
            if (ColumnMajor)
            {
                Scatter(block, (int)start, values, rows, columns);
            }
        }

        return values;
    }

    private void ReadBlock(Span<byte> bytes, Span<float> block, long start, int rows, int columns)
    {
        File.Read(bytes);
        SwapIfNeeded(bytes);
        Type.ToFloats(bytes, block);
        if (!Type.IsInteger && !AreFinite(block))
        {
            int bad = 0;
            while (float.IsFinite(block[bad]))
            {
                bad++;
            }

            long index = start + bad;
            (long row, long column) = ColumnMajor ? (index % rows, index / rows) : (index / columns, index % columns);
            throw File.Error(
                $"row {row}, column {column} (both counted from 0) is {Type.Text(bytes, bad)}; "
                + "every value must be a finite number of at most 3.4E+38. Replace it, or remove its row or column.");
        }
    }

    private void SwapIfNeeded(Span<byte> bytes)
    {
        if (NeedsSwap)
        {
            Type.Swap(bytes);
        }
    }

    /// <summary>Whether all magnitudes are below infinity and NaN: the sign of a difference of bits tells, and an "or" collects it.</summary>
    [MethodImpl(HotLoop.Alone)]
    private static bool AreFinite(ReadOnlySpan<float> block)
    {
        int signs = 0;
        foreach (int bits in MemoryMarshal.Cast<float, int>(block))
        {
            signs |= 0x7F7FFFFF - (bits & 0x7FFFFFFF);
        }

        return signs >= 0;
    }

    [MethodImpl(HotLoop.Alone)]
    private static void Scatter(ReadOnlySpan<float> block, int start, float[] values, int rows, int columns)
    {
        int row = start % rows;
        int column = start / rows;
        foreach (float value in block)
        {
            values[(row * columns) + column] = value;
            row++;
            if (row == rows)
            {
                row = 0;
                column++;
            }
        }
    }
}
