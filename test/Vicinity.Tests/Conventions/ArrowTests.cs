using System.Runtime.CompilerServices;

using Xunit;

namespace Vicinity.Tests;

/// <summary>The folders of the library form one line, and code may look only down it (ARCHITECTURE.md).</summary>
public sealed class ArrowTests
{
    private static readonly string[] Line = ["Simd", "Data", "Neighbors", "Affinities", "Objectives", "Gradients", "Optimization"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Initialization"] = ["Simd", "Data", "Affinities"],
        ["Quality"] = Line[..^1],
        ["Pictures"] = ["Simd", "Data"],
        ["Diagnostics"] = [.. Line, "Quality"],
        ["Models"] = [.. Line, "Quality"],
    };

    /// <summary>A plain value that any stage may hand up: docs/decisions/0008-flat-namespace.md.</summary>
    private const string UsedByAll = nameof(FitWarning);

    private static readonly IReadOnlyList<SourceFile> Files = SourceFile.Below("src/Vicinity");

    [Fact]
    public void No_folder_looks_up_the_line()
    {
        Dictionary<string, string> homes = Homes();
        List<string> forbidden = [];
        int arrows = 0;
        foreach (SourceFile file in Files)
        {
            foreach (string word in file.Words().Where(w => w.Before != '.').Select(w => w.Word).Distinct())
            {
                if (homes.TryGetValue(word, out string? home) && home != file.Folder)
                {
                    arrows++;
                    if (!Allows(file.Folder, home) && word != UsedByAll)
                    {
                        forbidden.Add($"{file.Path} names {word} of {home}/");
                    }
                }
            }
        }

        Findings.AreNone(forbidden, arrows, 60);
    }

    [Fact]
    public void Every_type_of_the_assembly_has_its_file_and_was_looked_at()
    {
        Dictionary<string, string> homes = Homes();
        Type[] types = [.. typeof(Matrix).Assembly.GetTypes().Where(type => !type.IsNested && !type.IsDefined(typeof(CompilerGeneratedAttribute), false))];
        string[] homeless = [.. types.Where(type => type.Namespace == nameof(Vicinity)).Select(type => type.Name.Split('`')[0]).Where(name => !homes.ContainsKey(name))];
        int seenPublic = types.Count(type => type.IsPublic);
        Findings.AreNone(homeless, seenPublic, 20);
        Findings.AreNone(homeless, types.Length - seenPublic, 15);
    }

    [Fact]
    public void Every_folder_has_a_place_in_the_line() =>
        Assert.Empty(Files.Select(file => file.Folder).Distinct().Except([.. Line, .. MayUse.Keys, "root"]));

    private static Dictionary<string, string> Homes() => Files.DistinctBy(file => file.TypeName).ToDictionary(file => file.TypeName, file => file.Folder);

    private static bool Allows(string from, string to) =>
        from == "root" || (MayUse.TryGetValue(from, out string[]? allowed) ? allowed.Contains(to) : Line.TakeWhile(folder => folder != from).Contains(to));
}
