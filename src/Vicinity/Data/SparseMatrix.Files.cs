namespace Vicinity;

public sealed partial class SparseMatrix
{
    /// <summary>Reads a sparse table: Matrix Market coordinates (.mtx), npz of SciPy (CSR or CSC), or lines of LIBSVM, each also as .gz; found by content.</summary>
    /// <param name="path">The file.</param>
    /// <returns>n x d; entries that are stored as 0 are kept. LIBSVM has as many columns as its largest number says.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or of none of these types; the message says what, where, limit, cure.</exception>
    /// <exception cref="IOException">The file does not exist (<see cref="FileNotFoundException"/>) or cannot be read.</exception>
    public static SparseMatrix Read(string path)
    {
        using DataFile file = DataFile.Open(path);
        return SparseTable.TryRead(file)?.Features ?? throw file.Error(
            "this is no sparse matrix. Sparse data can be mtx (Matrix Market coordinates), npz of SciPy, or lines of \"label column:value ...\"; a dense file is a Matrix.");
    }

    /// <summary>Without the column 0, which is empty.</summary>
    internal SparseMatrix WithoutFirstColumn() => new(Math.Max(1, Columns - 1), starts, Array.ConvertAll(columns, column => column - 1), values);
}
