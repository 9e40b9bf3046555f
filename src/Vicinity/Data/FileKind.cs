namespace Vicinity;

/// <summary>What the first bytes of a data file say about the rest.</summary>
internal enum FileKind
{
    /// <summary>Text without a zero byte: csv, tsv, or labels one per line.</summary>
    Text,

    /// <summary>An array of NumPy.</summary>
    Npy,

    /// <summary>An array of the MNIST family: two zero bytes, a type, a number of dimensions.</summary>
    Idx,

    /// <summary>None of these.</summary>
    Foreign,
}
