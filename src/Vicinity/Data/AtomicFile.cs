namespace Vicinity;

/// <summary>Writes a file whole or not at all: first under another name beside it, which then takes the place of the old one.</summary>
internal static class AtomicFile
{
    /// <param name="path">The file; a link is followed, an existing file replaced.</param>
    /// <param name="write">Writes the content; what it throws goes to the caller, and the old file stays as it was.</param>
    /// <exception cref="IOException">The file cannot be written; the message names it.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileInfo file = new(path);
        string target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        string folder = Path.GetDirectoryName(target) ?? target;
        CheckPlace(path, target, folder);
        string temporary = Path.Combine(folder, $".vicinity-{Guid.NewGuid():N}.tmp");
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                write(stream);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"{path} cannot be written: permission denied in {folder}.", exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void CheckPlace(string path, string target, string folder)
    {
        if (Directory.Exists(target))
        {
            throw new IOException($"{path} cannot be written: it is a directory. Name a file.");
        }

        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{path} cannot be written: the directory {folder} does not exist. Create it first.");
        }
    }
}
