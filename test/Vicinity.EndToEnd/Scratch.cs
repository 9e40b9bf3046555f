namespace Vicinity.EndToEnd;

/// <summary>An empty folder for one test.</summary>
public sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("vicinity-").FullName;

    /// <summary>Names of all files there are, hidden ones too, in order.</summary>
    public IReadOnlyList<string> Files => [.. Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Text(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return name;
    }

    public string Bytes(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return name;
    }

    public byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    public string[] Lines(string name) => File.ReadAllLines(PathOf(name));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
