using System.Runtime.InteropServices;

namespace Vicinity;

/// <summary>A named table of numbers in a file: rows x columns of one type, little-endian, row after row.</summary>
/// <param name="Name">At most 40 printable letters without blanks.</param>
/// <param name="Type">The type of a value.</param>
/// <param name="Rows">At least 0.</param>
/// <param name="Columns">At least 0.</param>
/// <param name="Values">An array of that type, of bytes for text and for types that are not known; who asks for it may keep it.</param>
internal sealed record Section(string Name, SectionType Type, int Rows, int Columns, Array Values)
{
    /// <summary>Length in a file.</summary>
    public int Length => Buffer.ByteLength(Values);

    /// <summary>The values as they stand in memory.</summary>
    public Span<byte> Bytes => MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(Values), Length);
}
