using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

using Xunit;

namespace Vicinity.Tests;

public sealed class IntrinsicsTests
{
    private static readonly Regex Hardware = new(@"\bSystem\s*\.\s*Runtime\s*\.\s*Intrinsics\b|\bVector(64|128|256|512)(<|\.|\b)|\bX86Base\b|\bA(vx|dv)\w*\.IsSupported");

    [Fact]
    public void Only_Simd_names_the_hardware()
    {
        IReadOnlyList<SourceFile> files = SourceFile.Below("src");
        string[] naming = [.. files.Where(file => Hardware.IsMatch(file.Code)).Select(file => file.Path)];
        Assert.NotEmpty(naming);
        Findings.AreNone(naming.Where(path => !path.StartsWith("src/Vicinity/Simd/", StringComparison.Ordinal)), files.Count, 50);
    }

    [Fact]
    public void Hot_loops_are_never_compiled_into_their_callers()
    {
        IReadOnlyList<SourceFile> files = SourceFile.Below("src");
        string[] naming = [.. files.Where(file => file.Code.Contains(nameof(MethodImplOptions.AggressiveOptimization), StringComparison.Ordinal)).Select(file => file.Path)];
        Assert.Equal(["src/Vicinity/Simd/HotLoop.cs"], naming);
        Assert.True(HotLoop.Alone.HasFlag(MethodImplOptions.NoInlining));
    }
}
