namespace Vicinity.Cli;

/// <summary>How a run is kept on the disk.</summary>
/// <param name="Every">Time between two checkpoints.</param>
/// <param name="Open">Makes or opens the folder, for the files that the run reads.</param>
internal sealed record Keeping(TimeSpan Every, Func<IReadOnlyList<string>, RunFolder> Open);
