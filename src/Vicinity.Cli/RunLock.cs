namespace Vicinity.Cli;

/// <summary>Keeps other processes from going on with the same run; the system takes it back when the process ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private const string Name = "run.lock";

    private readonly FileStream file;

    /// <param name="folder">Full path of the run's folder, which exists.</param>
    /// <param name="run">What messages call it.</param>
    /// <exception cref="IOException">Another process works on the run, or the folder cannot be written.</exception>
    public RunLock(string folder, string run)
    {
        string path = Path.Combine(folder, Name);
        try
        {
            file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"{path} cannot be written: permission denied. Allow it, or choose another folder.", exception);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new IOException($"{run}: another process is working on this run, and only one can. Wait until it has ended, or stop it.", exception);
        }
    }

    public void Dispose() => file.Dispose();
}
