using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>A type of numbers in a binary file, and how blocks of it become floats or texts.</summary>
internal abstract class NumberType
{
    public static readonly NumberType Float32 = new Of<float>("float32", isInteger: false);
    public static readonly NumberType Float64 = new Of<double>("float64", isInteger: false);
    public static readonly NumberType Int8 = new Of<sbyte>("int8", isInteger: true);
    public static readonly NumberType UInt8 = new Of<byte>("uint8", isInteger: true);
    public static readonly NumberType Int16 = new Of<short>("int16", isInteger: true);
    public static readonly NumberType UInt16 = new Of<ushort>("uint16", isInteger: true);
    public static readonly NumberType Int32 = new Of<int>("int32", isInteger: true);
    public static readonly NumberType UInt32 = new Of<uint>("uint32", isInteger: true);
    public static readonly NumberType Int64 = new Of<long>("int64", isInteger: true);
    public static readonly NumberType UInt64 = new Of<ulong>("uint64", isInteger: true);

    private NumberType(string name, int size, bool isInteger)
    {
        Name = name;
        Size = size;
        IsInteger = isInteger;
    }

    public string Name { get; }

    /// <summary>Bytes per number.</summary>
    public int Size { get; }

    public bool IsInteger { get; }

    /// <summary>Converts numbers in the byte order of this machine.</summary>
    public abstract void ToFloats(ReadOnlySpan<byte> bytes, Span<float> floats);

    /// <summary>One number as text.</summary>
    public abstract string Text(ReadOnlySpan<byte> bytes, int index);

    /// <summary>Reverses the bytes of every number.</summary>
    public void Swap(Span<byte> bytes)
    {
        switch (Size)
        {
            case 2:
                Span<ushort> twos = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(twos, twos);
                break;
            case 4:
                Span<uint> fours = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(fours, fours);
                break;
            case 8:
                Span<ulong> eights = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(eights, eights);
                break;
        }
    }

    private sealed class Of<T>(string name, bool isInteger) : NumberType(name, Unsafe.SizeOf<T>(), isInteger)
        where T : unmanaged, INumber<T>
    {
        [MethodImpl(HotLoop.Alone)]
        public override void ToFloats(ReadOnlySpan<byte> bytes, Span<float> floats)
        {
            ReadOnlySpan<T> numbers = MemoryMarshal.Cast<byte, T>(bytes)[..floats.Length];
            for (int i = 0; i < numbers.Length; i++)
            {
                // The general conversion costs ten times that of a byte.
                floats[i] = typeof(T) == typeof(byte) ? Unsafe.BitCast<T, byte>(numbers[i]) : float.CreateTruncating(numbers[i]);
            }
        }

        public override string Text(ReadOnlySpan<byte> bytes, int index) => $"{MemoryMarshal.Cast<byte, T>(bytes)[index]}";
    }
}
