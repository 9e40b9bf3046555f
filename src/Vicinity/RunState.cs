namespace Vicinity;

/// <summary>A run as it stood after an iteration: all that the next one depends on, but the data.</summary>
/// <remarks>
/// Positions, what the optimiser remembers, learned parameters, the order of sums, the loss of the last test of convergence. About 24 n bytes
/// in two dimensions with delta-bar-delta. A state never changes.
/// </remarks>
public sealed class RunState
{
    private const string Kind = "run";

    internal RunState(SectionSet sections, RunInputs? inputs = null, Objective? objective = null)
    {
        Sections = sections;
        Inputs = inputs;
        Objective = objective;
        StateStore store = new(sections, isReading: true);
        Iteration = store.Count("iteration", 0);
        (Count, Dimensions) = (store.Count("count", 0), store.Count("dimensions", 0, 0, 3));
    }

    /// <summary>Iterations done.</summary>
    public int Iteration { get; }

    /// <summary>Points of the map.</summary>
    public int Count { get; }

    /// <summary>Coordinates of a point.</summary>
    public int Dimensions { get; }

    internal SectionSet Sections { get; }

    /// <summary>What the run was compared with; null if the state comes from a file.</summary>
    internal RunInputs? Inputs { get; }

    /// <summary>What was descended; null if the state comes from a file.</summary>
    internal Objective? Objective { get; }

    /// <summary>Writes a file, whole or not at all; it is on the disk when this returns.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <exception cref="IOException">The file cannot be written; the old one stays.</exception>
    public void Write(string path) => AtomicFile.Write(path, stream => SectionFormat.Write(stream, Kind, Sections.All));

    /// <summary>Reads a file that <see cref="Write"/> has written.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is damaged, of a later version, or none of a run; the message names it.</exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    public static RunState Read(string path)
    {
        using FileStream stream = DataFile.OpenStream(path);
        return Read(stream, path);
    }

    internal static RunState Read(Stream stream, string source) => new(SectionFormat.Read(stream, source, Kind));
}
