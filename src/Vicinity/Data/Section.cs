namespace Vicinity;

/// <summary>A named table of numbers in a file: rows x columns of one type, little-endian, row after row.</summary>
/// <param name="Name">At most 40 printable letters without blanks.</param>
/// <param name="Type">The type of a value.</param>
/// <param name="Rows">At least 0.</param>
/// <param name="Columns">At least 0.</param>
/// <param name="Bytes">The values.</param>
internal sealed record Section(string Name, SectionType Type, int Rows, int Columns, byte[] Bytes);
