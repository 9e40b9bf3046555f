namespace Vicinity.Cli;

/// <summary>A map in a file that another one begins from.</summary>
internal static class StartFile
{
    /// <exception cref="InvalidDataException">The file is missing or damaged, or its shape is not that of the map.</exception>
    public static Matrix Read(string path, int rows, int dimensions)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"--init takes {StartNames.Words.Replace("|", ", ")} or the file of a map, but there is no file '{path}'.");
        }

        Matrix start = Reading.Of(path, Matrix.ReadMap);
        return start.Rows == rows && start.Columns == dimensions
            ? start
            : throw new InvalidDataException(
                $"{path}: the start has {start.Rows} rows of {start.Columns} coordinates, but the map has {rows} rows of {dimensions}. Both must have the same shape.");
    }
}
