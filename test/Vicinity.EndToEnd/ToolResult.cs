using System.Text.Json;

using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>How a run of the tool ended.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The one object on stdout.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Asserts the exit code, and that nobody sees a stack trace.</summary>
    public ToolResult EndsWith(int code)
    {
        Assert.True(ExitCode == code, $"Exit code {ExitCode} instead of {code}.\n{Output}\n{Error}");
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Asserts that the last talk is a single line of complaint that holds every one of the words.</summary>
    public void Complains(params string[] words)
    {
        string complaint = Assert.Single(Error.Split('\n'), line => line.StartsWith("vicinity: ", StringComparison.Ordinal));
        Assert.All(words, word => Assert.Contains(word, complaint, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(Output);
    }
}
