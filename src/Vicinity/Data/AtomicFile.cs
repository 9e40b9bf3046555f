using System.Text;

namespace Vicinity;

/// <summary>A file that is written whole or not at all: first a draft beside it, which then takes the place of the old one.</summary>
internal sealed class AtomicFile : IDisposable
{
    /// <summary>Of common file systems.</summary>
    private const int LongestName = 255;

    private readonly string path;
    private readonly string target;
    private readonly string draft;

    /// <summary>Makes an empty draft, which shows that the file can be written.</summary>
    /// <param name="path">The file; a link is followed, an existing file replaced.</param>
    /// <exception cref="IOException">The file cannot be written; the message names it and the cure.</exception>
    public AtomicFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        this.path = path;
        target = Target(path);
        CheckPlace();
        draft = Path.Combine(Folder, $".vicinity-{Guid.NewGuid():N}.tmp");
        Guard(() => new FileStream(draft, FileMode.CreateNew).Dispose());
    }

    private string Folder => Path.GetDirectoryName(target) ?? target;

    /// <summary>Writes a file in one go.</summary>
    /// <param name="path">The file; a link is followed, an existing file replaced.</param>
    /// <param name="write">Writes the content; what it throws goes to the caller, and the old file stays as it was.</param>
    /// <exception cref="IOException">The file cannot be written; the message names it and the cure.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        using AtomicFile file = new(path);
        file.Draft(write);
        file.Publish();
    }

    /// <summary>The full path, links followed.</summary>
    public static string Target(string path)
    {
        FileInfo file = new(path);
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    /// <summary>Writes the draft and brings it to the disk: some file systems tell only then that they are full.</summary>
    public void Draft(Action<Stream> write) => Guard(() =>
    {
        using FileStream stream = new(draft, FileMode.Truncate, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        write(stream);
        stream.Flush(flushToDisk: true);
    });

    /// <summary>Gives the draft its name.</summary>
    public void Publish() => Guard(() => File.Move(draft, target, overwrite: true));

    /// <summary>Deletes the draft, if it has not been published.</summary>
    public void Dispose() => File.Delete(draft);

    private void CheckPlace()
    {
        if (Directory.Exists(target))
        {
            throw new IOException($"{path} cannot be written: it is a directory. Name a file.");
        }

        if (!Directory.Exists(Folder))
        {
            throw new DirectoryNotFoundException($"{path} cannot be written: the directory {Folder} does not exist. Create it first.");
        }

        int bytes = Encoding.UTF8.GetByteCount(Path.GetFileName(target));
        if (bytes > LongestName)
        {
            throw new IOException($"{path} cannot be written: its name has {bytes} bytes, but a file name has at most {LongestName}. Use a shorter one.");
        }
    }

    /// <summary>What goes wrong is told of the file that was asked for; nobody knows the draft.</summary>
    private void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || IsTooLong(exception))
        {
            string reason = exception switch
            {
                UnauthorizedAccessException => "permission denied",
                FileNotFoundException or DirectoryNotFoundException => "new files cannot be made there",
                ArgumentOutOfRangeException => "files there cannot become as long as this one",
                _ => exception.Message.Replace(draft, path, StringComparison.Ordinal).TrimEnd('.'),
            };
            throw new IOException($"{path} cannot be written in {Folder}: {reason}. Make room or allow it, or choose another directory.", exception);
        }
    }

    /// <summary>True if a file cannot become as long as it would have to, which the runtime takes for a wrong argument of this name.</summary>
    private static bool IsTooLong(Exception exception) => exception is ArgumentOutOfRangeException { ParamName: "value" };
}
