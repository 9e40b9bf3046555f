using System.IO.Compression;

namespace Vicinity;

public sealed partial class Matrix
{
    /// <summary>Reads the numbers of a file: npy, npz (its first table), csv, tsv or IDX, each also as .gz; the type is found by its content.</summary>
    /// <remarks>
    /// npy: two dimensions of f4, f8, u1, i4 or i8, either byte order, C or Fortran order. IDX: two dimensions or more, all but the first
    /// become columns. csv: the columns of which more than half of the filled cells are numbers; the first line is a header if it has
    /// names above numbers, or numbers that count up beside names; numbers have a decimal comma only where semicolons separate them. Cost: one pass over the file; csv and packed files are held in memory while they are read.
    /// Messages count lines from 1, as editors do, and rows and columns from 0.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <returns>rows x number columns, all finite, at least 1 x 1.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or of no known type; the message says what, where, limit, cure.</exception>
    /// <exception cref="IOException">The file does not exist (<see cref="FileNotFoundException"/>) or cannot be read.</exception>
    public static Matrix Read(string path)
    {
        using DataFile file = DataFile.Open(path);
        return Read(file);
    }

    /// <summary>Reads a map, to start from it: the columns x, y and z (as far as there are) of a csv file, or all of an npy file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>rows x 1, 2 or 3 for csv, all finite.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or it is csv without a column x; the message says so.</exception>
    /// <exception cref="IOException">The file does not exist (<see cref="FileNotFoundException"/>) or cannot be read.</exception>
    public static Matrix ReadMap(string path)
    {
        using DataFile file = DataFile.Open(path);
        if (file.Kind != FileKind.Text)
        {
            return Read(file);
        }

        CsvTable table = CsvTable.Read(file);
        string[] axes = ["x", "y", "z"];
        int[] columns = [.. axes.Select(table.IndexOf).TakeWhile(column => column >= 0)];
        return columns.Length > 0
            ? table.Numbers(columns)
            : throw file.Error(
                $"a map needs a column \"x\" (and \"y\", \"z\"), but the columns are {CsvTable.ListNames(table.Names)}. Give it a header.");
    }

    /// <summary>Writes npy (version 1.0, little-endian float32, C order) or csv, tsv, by the extension.</summary>
    /// <remarks>
    /// A text file has a header, x, y, z for up to three columns and x0, x1, x2 ... for more, and numbers that read back to the same bits.
    /// The file appears whole or not at all.
    /// </remarks>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <exception cref="ArgumentException">The extension is none of .npy, .csv, .tsv.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string extension = Path.GetExtension(path);
        Action<Stream> write = extension.ToUpperInvariant() switch
        {
            ".NPY" => stream => NpyFormat.Write(stream, this),
            ".CSV" => stream => CsvWriter.Write(stream, this, ','),
            ".TSV" => stream => CsvWriter.Write(stream, this, '\t'),
            _ => throw new ArgumentException(
                $"{path} has the extension \"{extension}\"; a matrix is written as .npy, .csv or .tsv.", nameof(path)),
        };
        AtomicFile.Write(path, write);
    }

    internal static Matrix Read(DataFile file)
    {
        switch (file.Kind)
        {
            case FileKind.Npy:
                return NpyFormat.Read(file);
            case FileKind.Idx:
                return IdxFormat.Read(file);
            case FileKind.Zip:
                return NpzFormat.IsSparse(file, out ZipArchive archive) ? throw Sparse(file) : NpzFormat.ReadDense(file, archive);
            case FileKind.MatrixMarket or FileKind.Libsvm:
                throw Sparse(file);
            case FileKind.Text:
                CsvTable table = CsvTable.Read(file);
                return table.Numbers(table.NumberColumns());
            default:
                throw file.UnknownKind();
        }
    }

    private static InvalidDataException Sparse(DataFile file) => file.Error($"this is a sparse matrix; read it by {nameof(SparseMatrix)}.{nameof(SparseMatrix.Read)}.");

    /// <summary>A copy of some of the rows, in the given order.</summary>
    internal Matrix Select(IReadOnlyList<int> rows) => Create(rows.Count, Columns, (i, row) => Row(rows[i]).CopyTo(row));
}
