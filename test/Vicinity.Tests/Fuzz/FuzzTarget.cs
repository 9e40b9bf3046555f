namespace Vicinity.Tests;

/// <summary>A reader of files, and a good file to begin with.</summary>
/// <param name="Name">Of the file: what every refusal begins with.</param>
/// <param name="Seed">The good file.</param>
/// <param name="Read">Reads a file and uses what it holds; refuses it by an InvalidDataException, and throws nothing else.</param>
internal sealed record FuzzTarget(string Name, byte[] Seed, Action<byte[]> Read)
{
    /// <summary>True if checksums stand in the file: half of the mutants get new ones, so that what lies behind them is tried.</summary>
    public bool IsSigned { get; init; }

    /// <summary>How long the file is once it is unpacked: what its reading may be measured by.</summary>
    public long Length { get; init; } = Seed.Length;

    /// <summary>Bytes that are allocated to try what was read.</summary>
    public long Used { get; init; }

    /// <summary>True if the file was refused.</summary>
    public bool IsRefused(byte[] file)
    {
        try
        {
            Read(file);
            return false;
        }
        catch (InvalidDataException exception) when (exception.Message.StartsWith(Name, StringComparison.Ordinal))
        {
            return true;
        }
    }
}
