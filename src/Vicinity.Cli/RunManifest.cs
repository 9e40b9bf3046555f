using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;

namespace Vicinity.Cli;

/// <summary>What a run was asked for: written before any work, so that nothing else is needed to start it over.</summary>
/// <param name="Version">Of the tool: another one may make another map.</param>
/// <param name="Directory">Where it was started; paths count from there.</param>
/// <param name="Arguments">Its command line, without the word fit.</param>
/// <param name="Inputs">Every file that it reads, and the SHA-256 of its content.</param>
internal sealed record RunManifest(string Version, string Directory, IReadOnlyList<string> Arguments, IReadOnlyList<(string Path, string Hash)> Inputs)
{
    /// <summary>The version of this tool.</summary>
    public static string ThisVersion => typeof(RunManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>That of a command line that is about to run here.</summary>
    /// <exception cref="InvalidDataException">An input cannot be read.</exception>
    public static RunManifest Of(IReadOnlyList<string> arguments, IEnumerable<string> inputs) =>
        new(ThisVersion, Environment.CurrentDirectory, arguments, [.. inputs.Select(path => (Path.GetFullPath(path), Reading.Of(path, Hash)))]);

    public static string Hash(string path)
    {
        using FileStream stream = DataFile.OpenStream(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Refuses to go on with other data or another tool.</summary>
    /// <exception cref="InvalidDataException">What differs, by name.</exception>
    public void Check(string folder)
    {
        if (Version != ThisVersion)
        {
            throw new InvalidDataException($"{folder} was begun by version {Version} of the tool, but this is {ThisVersion}, whose map may differ. Use that version, or start over.");
        }

        foreach ((string path, string hash) in Inputs)
        {
            if (Reading.Of(path, Hash) != hash)
            {
                throw new InvalidDataException($"{path} has changed since {folder} was begun. Bring the old content back, or start over.");
            }
        }
    }

    public void Write(Stream stream)
    {
        using Utf8JsonWriter json = new(stream, new() { Indented = true });
        json.WriteStartObject();
        json.WriteString("version", Version);
        json.WriteString("directory", Directory);
        json.WriteStartArray("arguments");
        foreach (string argument in Arguments)
        {
            json.WriteStringValue(argument);
        }

        json.WriteEndArray();
        json.WriteStartArray("inputs");
        foreach ((string path, string hash) in Inputs)
        {
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteString("sha256", hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <exception cref="InvalidDataException">The file is missing or damaged.</exception>
    public static RunManifest Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            return new(
                Text(root.GetProperty("version")),
                Text(root.GetProperty("directory")),
                [.. root.GetProperty("arguments").EnumerateArray().Select(Text)],
                [.. root.GetProperty("inputs").EnumerateArray().Select(item => (Text(item.GetProperty("path")), Text(item.GetProperty("sha256"))))]);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is damaged: {Failure.Message(exception)} Start the run over.", exception);
        }
    }

    private static string Text(JsonElement element) => element.GetString() ?? throw new JsonException("A text is null.");
}
