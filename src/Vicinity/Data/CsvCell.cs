namespace Vicinity;

/// <summary>What the text of one cell is.</summary>
internal enum CsvCell : byte
{
    /// <summary>Nothing, or only blanks.</summary>
    Empty,

    /// <summary>A number that float32 can hold.</summary>
    Number,

    /// <summary>A number in form, but not a finite float32: NaN, inf, 1e400.</summary>
    NotFinite,

    /// <summary>Anything else.</summary>
    Text,
}
