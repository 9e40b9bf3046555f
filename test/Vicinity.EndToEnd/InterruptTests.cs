using System.Runtime.InteropServices;

using Xunit;

namespace Vicinity.EndToEnd;

public sealed class InterruptTests : IDisposable
{
    private const string Endless = "1000000";

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public void An_interrupted_fit_writes_the_map_so_far(PosixSignal signal)
    {
        using Tool tool = Tool.Start(scratch, "demo", "--iterations", Endless, "--early-exaggeration-iter", "50", "--tolerance", "0", "-o", "map.csv", "--json");
        tool.WaitFor("optimize");
        tool.Signal(signal);
        ToolResult result = tool.End().EndsWith(130);
        Assert.Contains("interrupted", result.Error, StringComparison.Ordinal);
        Assert.InRange(result.Json.GetProperty("iterations").GetInt32(), 50, 999_999);
        Assert.Equal(["map.csv"], scratch.Files);
        Assert.Equal(1798, scratch.Lines("map.csv").Length);
    }
}
