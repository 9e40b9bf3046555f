namespace Vicinity;

public sealed partial class Matrix
{
    /// <summary>Reads the numbers of a file: npy, csv, tsv or IDX (also .gz), found by content.</summary>
    /// <param name="path">The file.</param>
    /// <returns>rows x number columns.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or of no known type; the message says what, where, limit, cure.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Matrix Read(string path) => throw new NotImplementedException();

    /// <summary>Reads a map: npy with 1 to 3 columns, or csv by its columns x, y[, z].</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is damaged or no map; the message says what, where, limit, cure.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Matrix ReadMap(string path) => throw new NotImplementedException();

    /// <summary>Writes npy (version 1.0, little-endian float32, C order) or csv, tsv, by the extension.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <exception cref="ArgumentException">The extension is none of these.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(string path) => throw new NotImplementedException();
}
