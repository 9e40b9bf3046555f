namespace Vicinity;

/// <summary>The types of values in a <see cref="Section"/>, by the numbers that files have.</summary>
internal enum SectionType
{
    /// <summary>UTF-8 text.</summary>
    Text = 1,

    /// <summary>IEEE 754, 32 bits.</summary>
    Float32 = 2,

    /// <summary>IEEE 754, 64 bits.</summary>
    Float64 = 3,

    /// <summary>Two's complement, 32 bits.</summary>
    Int32 = 4,
}
