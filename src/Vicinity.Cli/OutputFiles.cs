namespace Vicinity.Cli;

/// <summary>The files that a run writes: all of them or none.</summary>
/// <param name="paths">Where to; the extension chooses the type.</param>
internal sealed class OutputFiles(IReadOnlyList<string> paths)
{
    /// <summary>What can be written.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".csv", ".npy", ".png", ".svg", ".html", ".vic"];

    public static bool IsKnown(string path) => Extensions.Contains(Extension(path), StringComparer.Ordinal);

    public static bool IsModel(string path) => Extension(path) == ".vic";

    /// <summary>Finds out before the work what would fail after it.</summary>
    /// <param name="inputs">Files that are read, and must not be overwritten.</param>
    /// <exception cref="ArgumentException">An output is also an input.</exception>
    /// <exception cref="IOException">A folder is missing or not writable, or a folder has the name of the file.</exception>
    public void Check(IReadOnlyList<string> inputs)
    {
        HashSet<string> taken = new(inputs.Select(AtomicFile.Target), StringComparer.Ordinal);
        foreach (string path in paths)
        {
            if (taken.Contains(AtomicFile.Target(path)))
            {
                throw new ArgumentException($"{path} is read, so it cannot be written too; give the output another name.", nameof(inputs));
            }

            new AtomicFile(path).Dispose();
        }
    }

    /// <summary>Writes drafts of all files, then gives them their names.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(FinishedMap map)
    {
        List<AtomicFile> files = [];
        try
        {
            foreach (string path in paths)
            {
                AtomicFile file = new(path);
                files.Add(file);
                file.Draft(stream => OutputFile.Write(stream, Extension(path), map));
            }

            files.ForEach(file => file.Publish());
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();
}
