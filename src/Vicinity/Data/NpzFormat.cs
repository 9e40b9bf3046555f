using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Vicinity;

/// <summary>Archives of npy arrays: the first table of numbers, or a sparse matrix as SciPy saves it (CSR or CSC).</summary>
internal static class NpzFormat
{
    private const string RowStarts = "indptr.npy";

    /// <summary>True if the archive holds a sparse matrix. Reads the whole file; the archive is for the other functions.</summary>
    public static bool IsSparse(DataFile file, out ZipArchive archive)
    {
        try
        {
            archive = new(new MemoryStream(file.ReadAll(), writable: false));
            return archive.GetEntry(RowStarts) is not null;
        }
        catch (InvalidDataException)
        {
            throw file.Error("this is a damaged zip archive; data can be npz, an archive of npy arrays. Copy the file again.");
        }
    }

    /// <summary>The first array of two dimensions.</summary>
    public static Matrix ReadDense(DataFile file, ZipArchive archive)
    {
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".npy", StringComparison.Ordinal)))
        {
            using DataFile probe = Open(file, entry);
            if (probe.Kind == FileKind.Npy && NpyHeader.Read(probe).Shape.Length == 2)
            {
                using DataFile array = Open(file, entry);
                return NpyFormat.Read(array);
            }
        }

        throw file.Error("this is a zip archive without a npy array of 2 dimensions. Data can be npz with such an array, or a sparse matrix of SciPy; save a sheet as csv.");
    }

    /// <summary>The sparse matrix.</summary>
    public static SparseMatrix ReadSparse(DataFile file, ZipArchive archive)
    {
        string format = Format(file, archive);
        long[] shape = Wholes(file, archive, "shape.npy");
        long[] starts = Wholes(file, archive, RowStarts);
        int[] indices = Array.ConvertAll(Wholes(file, archive, "indices.npy"), index => (int)Math.Clamp(index, -1, int.MaxValue));
        float[] values = indices.Length == 0 ? [] : Values(file, archive);
        if (shape.Length != 2)
        {
            throw file.Error($"its shape has {shape.Length} dimensions; a table needs 2.");
        }

        SparseEntries.RequireShape(file, shape[0], shape[1], 8L * (starts.Length + indices.Length));
        bool isByRows = format == "csr";
        long lines = isByRows ? shape[0] : shape[1];
        if (starts.Length != lines + 1)
        {
            throw file.Error($"it has {starts.Length} starts of {(isByRows ? "rows" : "columns")}, but {lines + 1} are needed for {shape[0]} x {shape[1]}. The file is damaged.");
        }

        SparseMatrix matrix = SparseEntries.Create(file, (int)(isByRows ? shape[1] : shape[0]), starts, indices, values);
        return isByRows ? matrix : matrix.Transpose();
    }

    private static string Format(DataFile file, ZipArchive archive)
    {
        using DataFile entry = Open(file, Entry(file, archive, "format.npy"));
        string text = Encoding.Latin1.GetString(entry.ReadAll()).Replace("\0", "", StringComparison.Ordinal);
        string? format = new[] { "csr", "csc" }.FirstOrDefault(known => text.EndsWith(known, StringComparison.Ordinal));
        return format ?? throw file.Error($"its sparse format is \"{text[Math.Max(0, text.Length - 3)..]}\"; supported are csr and csc. Save X.tocsr().");
    }

    private static float[] Values(DataFile file, ZipArchive archive)
    {
        using DataFile array = Open(file, Entry(file, archive, "data.npy"));
        Matrix column = NpyFormat.ReadColumn(array);
        return [.. Enumerable.Range(0, column.Rows).Select(i => column[i, 0])];
    }

    private static long[] Wholes(DataFile file, ZipArchive archive, string name)
    {
        using DataFile array = Open(file, Entry(file, archive, name));
        NpyHeader header = NpyHeader.Read(array);
        byte[] bytes = array.ReadAll();
        int size = header.Type switch { "<i4" => 4, "<i8" => 8, _ => 0 };
        bool fits = header.Shape.Length == 1 && size > 0 && header.Shape[0] * size == bytes.Length;
        return !fits ? throw file.Error($"{name} is not a list of whole numbers (<i4 or <i8), but {header.Type} of {bytes.Length} bytes. Save the matrix again.")
            : size == 4 ? Array.ConvertAll(MemoryMarshal.Cast<byte, int>(bytes).ToArray(), value => (long)value)
            : MemoryMarshal.Cast<byte, long>(bytes).ToArray();
    }

    private static ZipArchiveEntry Entry(DataFile file, ZipArchive archive, string name) =>
        archive.GetEntry(name) ?? throw file.Error($"the archive has {RowStarts}, but no {name}: it is not a whole sparse matrix. Save it again.");

    private static DataFile Open(DataFile file, ZipArchiveEntry entry)
    {
        try
        {
            return DataFile.From(DataFile.TakeIntoMemory(entry.Open(), file.Name), $"{file.Name}, {entry.FullName}");
        }
        catch (InvalidDataException exception) when (!exception.Message.StartsWith(file.Name, StringComparison.Ordinal))
        {
            throw file.Error($"{entry.FullName} in it is damaged. Copy the file again.");
        }
    }
}
