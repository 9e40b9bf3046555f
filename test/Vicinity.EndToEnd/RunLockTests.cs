using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>Of several processes on one run only one works; the others are refused and disturb nothing.</summary>
public sealed class RunLockTests : IDisposable
{
    private static readonly string[] Options = ["--perplexity", "8", "--early-exaggeration-iter", "60", "--tolerance", "0", "--iterations"];

    private readonly Scratch scratch = new();

    public RunLockTests() => scratch.Text("data.csv", Clusters.Csv(600, 5));

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_second_process_is_refused_until_the_first_is_dead()
    {
        using Tool first = Tool.Start(scratch, ["fit", "data.csv", "-o", "map.npy", "--checkpoint", "run", "--checkpoint-every", "0.05s", .. Options, "1000000"]);
        first.WaitFor("optimize");
        Tool.Run(scratch, "fit", "--resume", "run").EndsWith(1).Complains("--resume run", "another process");
        Tool.Run(scratch, ["fit", "data.csv", "-o", "other.npy", "--checkpoint", "run", .. Options, "100"]).EndsWith(1).Complains("--checkpoint run", "another process");
        while (!File.Exists(scratch.PathOf("run/checkpoint.previous.bin")))
        {
            Thread.Sleep(20);
        }

        Assert.NotEqual(1, Tool.Run(scratch, "doctor", "run").ExitCode);     // looking is allowed
        Assert.False(first.EndsWithin(TimeSpan.Zero));
        first.Kill();
        Assert.DoesNotContain("no checkpoint", first.End().Error, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch.PathOf("other.npy")));
    }

    [Fact]
    public void Of_two_that_go_on_at_once_one_is_refused_and_one_ends_in_the_same_bytes()
    {
        Tool.Run(scratch, ["fit", "data.csv", "-o", "whole.npy", .. Options, "12000"]).EndsWith(0);
        using (Tool begun = Tool.Start(scratch, ["fit", "data.csv", "-o", "map.npy", "--checkpoint", "run", "--checkpoint-every", "0.05s", .. Options, "12000"]))
        {
            begun.WaitFor("optimize");
            begun.Kill();
        }

        using Tool one = Tool.Start(scratch, "fit", "--resume", "run");
        using Tool two = Tool.Start(scratch, "fit", "--resume", "run");
        ToolResult[] ends = [.. new[] { one.End(), two.End() }.OrderBy(end => end.ExitCode)];
        ends[0].EndsWith(0);
        ends[1].EndsWith(1).Complains("another process");
        Assert.Equal(scratch.Read("whole.npy"), scratch.Read("map.npy"));
    }
}
