using System.Text.RegularExpressions;

namespace Vicinity.Tests;

/// <summary>One C# file: where it lies, which type it holds, and its text without comments and strings.</summary>
internal sealed record SourceFile(string Path, string Code)
{
    /// <summary>The type: the file name up to the first dot or brace, so that Matrix.Files.cs is a part of Matrix.</summary>
    public string TypeName { get; } = System.IO.Path.GetFileName(Path).Split('.', '{')[0];

    /// <summary>Folder below the project; "root" for the project's own folder.</summary>
    public string Folder { get; } = Path.Split('/') is [_, _, string folder, _, ..] ? folder : "root";

    /// <summary>Lines with at least a character.</summary>
    public int LineCount { get; } = Code.TrimEnd('\n').Split('\n').Length;

    public static IReadOnlyList<SourceFile> Below(string folder) =>
        [.. Repository.Files(folder, ".cs").Select(path => new SourceFile(path, CodeText.Strip(Repository.Read(path))))];

    /// <summary>The words of the code, each with the character before it (a dot marks a member). Not among them: members of enumerations, names of properties, and what something is assigned to.</summary>
    public IEnumerable<(string Word, char Before)> Words() => Regex.IsMatch(Code, @"^(?:public|internal) enum\b", RegexOptions.Multiline) ? [] :
        Regex.Matches(Code, @"[\p{L}_][\p{L}\p{N}_]*\b(?!\s*(?:\{\s*get\b|=[^=>]))").Select(match => (match.Value, match.Index == 0 ? ' ' : Code[match.Index - 1]));
}
