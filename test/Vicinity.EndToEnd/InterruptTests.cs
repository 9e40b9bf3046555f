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

    /// <summary>Whether the second one comes while the first is still at work or not, a file is there whole or not at all, and the run can be gone on with.</summary>
    [Theory]
    [InlineData(0), InlineData(5), InlineData(20)]
    public void Interrupted_twice_a_fit_leaves_nothing_half_done(int milliseconds)
    {
        scratch.Text("data.csv", Clusters.Csv(2000, 5));
        string[] fit = ["fit", "data.csv", "--perplexity", "8", "--iterations", "1500", "--early-exaggeration-iter", "50", "--tolerance", "0", "-o"];
        Tool.Run(scratch, [.. fit, "whole.csv"]).EndsWith(0);
        using Tool tool = Tool.Start(scratch, [.. fit, "map.csv", "--checkpoint", "run", "--checkpoint-every", "0.02s"]);
        tool.WaitFor("optimize");
        tool.Signal(PosixSignal.SIGINT);
        Thread.Sleep(milliseconds);
        if (!tool.EndsWithin(TimeSpan.Zero))
        {
            tool.Signal(PosixSignal.SIGINT);
        }

        Assert.True(tool.EndsWithin(TimeSpan.FromSeconds(20)));
        tool.End().EndsWith(130);
        Assert.True(!scratch.Files.Contains("map.csv") || scratch.Lines("map.csv").Length == 2001);
        Tool.Run(scratch, "fit", "--resume", "run").EndsWith(0);
        Assert.Equal(scratch.Read("whole.csv"), scratch.Read("map.csv"));
    }
}
