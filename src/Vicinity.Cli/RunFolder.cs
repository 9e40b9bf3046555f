namespace Vicinity.Cli;

/// <summary>A run on the disk: run.json, and the newest two checkpoints. One process at a time may write there.</summary>
internal sealed class RunFolder : IDisposable
{
    private const string ManifestName = "run.json";
    private const string NewestName = "checkpoint.bin";
    private const string PreviousName = "checkpoint.previous.bin";

    /// <summary>A checkpoint that is whole, but has not yet taken the place of the last one.</summary>
    private const string DraftName = "checkpoint.next.bin";

    private readonly string name;
    private readonly RunLock? own;

    private RunFolder(string name, RunManifest manifest, RunLock? own)
    {
        this.name = name;
        this.own = own;
        Path = System.IO.Path.GetFullPath(name);
        Manifest = manifest;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    public RunManifest Manifest { get; }

    /// <summary>As it was typed, for messages and commands to paste.</summary>
    public override string ToString() => name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name;

    /// <summary>Begins a run; in the place of one that has kept no state, such as one whose input was refused.</summary>
    /// <exception cref="ArgumentException">There is a run already.</exception>
    /// <exception cref="IOException">The folder cannot be made or written, or another process works on it.</exception>
    public static RunFolder Create(string name, RunManifest manifest)
    {
        RunFolder folder = new(name, manifest, new(Made(name), $"--checkpoint {name}"));
        if (File.Exists(folder.In(ManifestName)) && folder.States.Any())
        {
            throw new ArgumentException($"--checkpoint {name}: there is a run already. Go on with it by --resume {name}, or name another folder.", nameof(name));
        }

        folder.Sweep();
        foreach (string stray in folder.States)
        {
            File.Delete(stray);
        }

        AtomicFile.Write(folder.In(ManifestName), manifest.Write);
        return folder;
    }

    /// <summary>Opens the folder of a run to go on with.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is damaged.</exception>
    /// <exception cref="IOException">Another process works on it.</exception>
    public static RunFolder Open(string name)
    {
        string manifest = Find(name);
        RunLock own = new(System.IO.Path.GetFullPath(name), $"--resume {name}");
        RunFolder folder = new(name, Reading.Of(manifest, RunManifest.Read), own);
        folder.Sweep();
        return folder;
    }

    /// <summary>Opens the folder of a run to look at, which another process may be working on.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is damaged.</exception>
    public static RunFolder View(string name) => new(name, Reading.Of(Find(name), RunManifest.Read), own: null);

    /// <summary>Keeps a state; the one before stays as a second choice.</summary>
    /// <exception cref="IOException">It cannot be written; what is there stays.</exception>
    public void Keep(RunState state)
    {
        string draft = In(DraftName);
        state.Write(draft);
        if (File.Exists(In(NewestName)))
        {
            File.Move(In(NewestName), In(PreviousName), overwrite: true);
        }

        File.Move(draft, In(NewestName), overwrite: true);
    }

    /// <summary>Restores the newest checkpoint that is whole.</summary>
    /// <param name="restore">Takes a state, or refuses it as damaged.</param>
    /// <param name="say">Is told which file was damaged.</param>
    /// <returns>False if there is none: the run starts over.</returns>
    public bool Restore(Action<RunState> restore, Action<string> say)
    {
        foreach (string path in States)
        {
            try
            {
                restore(RunState.Read(path));
                return true;
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                say($"! {Failure.Message(exception)} The one before it is used, if there is one.");
            }
        }

        return false;
    }

    public void Dispose() => own?.Dispose();

    private static string Made(string name)
    {
        try
        {
            return Directory.CreateDirectory(name).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string reason = File.Exists(name) ? "it is a file" : $"it cannot be made ({Failure.Message(exception).TrimEnd('.')})";
            throw new IOException($"--checkpoint {name} needs a folder, but {reason}. Name another one.", exception);
        }
    }

    private static string Find(string name) => System.IO.Path.Combine(name, ManifestName) is var manifest && File.Exists(manifest)
        ? manifest
        : throw new InvalidDataException($"{name}: there is no run, for there is no file {manifest}. A run is kept by --checkpoint {name}.");

    /// <summary>The files of states, the newest first.</summary>
    private IEnumerable<string> States => new[] { In(DraftName), In(NewestName), In(PreviousName) }.Where(File.Exists);

    private string In(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Removes drafts of a process that was killed.</summary>
    private void Sweep()
    {
        foreach (string draft in Directory.GetFiles(Path, ".vicinity-*.tmp"))
        {
            File.Delete(draft);
        }
    }
}
