namespace Vicinity.Cli;

/// <summary>Reads a file so that whatever is wrong with it counts as bad data.</summary>
internal static class Reading
{
    /// <exception cref="InvalidDataException">The file is missing, a folder, not readable, or its content is bad.</exception>
    public static T Of<T>(string path, Func<string, T> read)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidDataException($"{path} is a folder; name a file in it.");
        }

        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path}: there is no such file; look for a slip in the name or the folder ({Environment.CurrentDirectory}).");
        }

        try
        {
            return read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(Failure.Message(exception), exception);
        }
    }
}
