using Xunit;

namespace Vicinity.Tests;

/// <summary>What a convention test found: all of it is shown, and enough must have been looked at.</summary>
internal static class Findings
{
    public static void AreNone(IEnumerable<string> findings, int seen, int atLeast)
    {
        string[] all = [.. findings];
        Assert.True(all.Length == 0, $"{all.Length} findings:\n{string.Join('\n', all)}");
        Assert.True(seen >= atLeast, $"Only {seen} were looked at, where at least {atLeast} were expected.");
    }
}
