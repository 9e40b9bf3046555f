namespace Vicinity;

/// <summary>The text files of this folder, as they are embedded in the library.</summary>
internal static class PictureResource
{
    /// <summary>The text of one file, lines ended by line feeds on every system.</summary>
    public static string Text(string name)
    {
        using Stream stream = typeof(PictureResource).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
