namespace Vicinity.Cli;

/// <summary>The files that a run writes: all of them or none, each under another name until it is whole.</summary>
/// <param name="paths">Where to; the extension chooses the type.</param>
internal sealed class OutputFiles(IReadOnlyList<string> paths)
{
    /// <summary>What can be written.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".csv", ".npy", ".png", ".svg", ".html"];

    public static bool IsKnown(string path) => Extensions.Contains(Extension(path), StringComparer.Ordinal);

    /// <summary>Finds out before the work what would fail after it.</summary>
    /// <param name="inputs">Files that are read, and must not be overwritten.</param>
    /// <exception cref="ArgumentException">An output is also an input.</exception>
    /// <exception cref="IOException">A folder is missing or not writable, or a folder has the name of the file.</exception>
    public void Check(IReadOnlyList<string> inputs)
    {
        HashSet<string> taken = new(inputs.Select(Target), StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (taken.Contains(Target(path)))
            {
                throw new ArgumentException($"{path} is read, so it cannot be written too; give the output another name.", nameof(inputs));
            }

            CheckFolder(path);
        }
    }

    /// <summary>Writes all files, then gives them their names.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(FinishedMap map)
    {
        string[] drafts = [.. paths.Select(Draft)];
        try
        {
            for (int i = 0; i < drafts.Length; i++)
            {
                OutputFile.Write(drafts[i], map);
            }

            for (int i = 0; i < drafts.Length; i++)
            {
                File.Move(drafts[i], Target(paths[i]), overwrite: true);
            }
        }
        finally
        {
            Array.ForEach(drafts, File.Delete);
        }
    }

    private static void CheckFolder(string path)
    {
        string folder = Folder(path);
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} cannot be written: it is a folder; name a file.");
        }

        if (!Directory.Exists(folder))
        {
            throw new IOException($"{path} cannot be written: there is no folder {folder}; create it first.");
        }

        File.Create(Draft(path), 1, FileOptions.DeleteOnClose).Dispose();
    }

    /// <summary>A hidden name beside the file, of the same type.</summary>
    private static string Draft(string path) =>
        Path.Combine(Folder(path), $".{Path.GetFileNameWithoutExtension(path)}-{Environment.ProcessId}-{Guid.NewGuid():N}{Extension(path)}");

    private static string Folder(string path) => Path.GetDirectoryName(Target(path))!;

    /// <summary>The full path, links followed.</summary>
    private static string Target(string path)
    {
        FileInfo file = new(path);
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();
}
