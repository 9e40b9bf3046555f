namespace Vicinity.Cli;

/// <summary>Reads a file so that whatever is wrong with it counts as bad data.</summary>
internal static class Reading
{
    /// <exception cref="InvalidDataException">The file is missing, a folder, not readable, or its content is bad.</exception>
    public static T Of<T>(string path, Func<string, T> read)
    {
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
