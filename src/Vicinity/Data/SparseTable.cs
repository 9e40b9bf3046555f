using System.IO.Compression;

namespace Vicinity;

/// <summary>What a sparse file holds.</summary>
/// <param name="Features">n x d.</param>
/// <param name="Labels">One per row, if the file has them.</param>
internal sealed record SparseTable(SparseMatrix Features, Labels? Labels)
{
    /// <summary>The table of a file, from where it stands; null if it is of a dense kind, of which nothing has been read then.</summary>
    /// <exception cref="InvalidDataException">The file is of a sparse kind, but damaged.</exception>
    public static SparseTable? TryRead(DataFile file)
    {
        switch (file.Kind)
        {
            case FileKind.MatrixMarket:
                return new(MtxFormat.Read(file), null);
            case FileKind.Libsvm:
                (SparseMatrix rows, string[] labels) = LibsvmFormat.Read(file);
                return new(rows, Labels.From(labels));
            case FileKind.Zip:
                bool isSparse = NpzFormat.IsSparse(file, out ZipArchive archive);
                SparseTable? read = isSparse ? new(NpzFormat.ReadSparse(file, archive), null) : null;
                file.Rewind();
                archive.Dispose();
                return read;
            default:
                return null;
        }
    }

    /// <summary>The table with other labels, by the path of their file.</summary>
    public SparseTable WithLabels(string? path, DataFile file) => path is null ? this : this with { Labels = Table.ReadLabelFile(path, Features.Rows, [], file) };

    /// <summary>Some of the rows, with all that belongs to them.</summary>
    public SparseTable Select(int[] rows) => new(Features.Select(rows), Labels?.Select(rows));
}
