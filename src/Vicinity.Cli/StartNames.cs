namespace Vicinity.Cli;

/// <summary>The starts that are computed, by the names of the command line.</summary>
internal static class StartNames
{
    private static readonly IReadOnlyDictionary<string, Start> Known =
        ((Start[])[Start.Pca, Start.PcaRaw, Start.Random, Start.Uniform, Start.Mds, Start.Spectral]).ToDictionary(start => start.Name, StringComparer.Ordinal);

    /// <summary>All names, as help shows them.</summary>
    public static string Words => string.Join('|', Known.Keys);

    /// <returns>The start; null if the text is none, or no name of a start.</returns>
    public static Start? Find(string? text) => text is null ? null : Known.GetValueOrDefault(text);
}
