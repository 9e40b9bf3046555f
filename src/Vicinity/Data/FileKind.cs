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

    /// <summary>Sparse text with a head of its own: mtx.</summary>
    MatrixMarket,

    /// <summary>Sparse text of label column:value ...</summary>
    Libsvm,

    /// <summary>A zip archive, such as npz.</summary>
    Zip,

    /// <summary>None of these.</summary>
    Foreign,
}
