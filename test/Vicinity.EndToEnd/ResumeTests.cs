using System.Runtime.InteropServices;

using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>Whatever happens to a run that is kept, it ends in the bytes of the run that nothing happened to.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly string[] Short = ["--perplexity", "8", "--iterations", "400", "--early-exaggeration-iter", "60"];

    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Killed_at_twenty_random_moments_a_run_of_10_000_points_ends_in_the_same_bytes()
    {
        Clusters.Random(10_000, 50, 12).Write(scratch.PathOf("data.npy"));
        string[] options = ["--perplexity", "5", "--k", "10", "--iterations", "250", "--early-exaggeration-iter", "60", "--tolerance", "0", "--gradient", "mesh"];
        Tool.Run(scratch, ["fit", "data.npy", "-o", "whole.npy", .. options]).EndsWith(0);
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        Tool.Run(scratch, ["fit", "data.npy", "-o", "kept.npy", "--checkpoint", "kept", "--checkpoint-every", "0.05s", .. options]).EndsWith(0);
        double seconds = clock.Elapsed.TotalSeconds;
        Assert.Equal(scratch.Read("whole.npy"), scratch.Read("kept.npy"));

        // A run begins anew when its resume has ended, until twenty processes were killed: early ones before the first checkpoint.
        Random random = new(5);
        int kills = 0;
        for (int run = 0; kills < 20; run++)
        {
            bool isBegun = false;
            ToolResult? result = null;
            while (result is null)
            {
                string[] words = isBegun
                    ? ["fit", "--resume", $"run{run}"]
                    : ["fit", "data.npy", "-o", $"map{run}.npy", "--checkpoint", $"run{run}", "--checkpoint-every", "0.05s", .. options];
                using Tool tool = Tool.Start(scratch, words);
                if (kills < 20 && !tool.EndsWithin(TimeSpan.FromSeconds(seconds * (0.1 + (0.95 * random.NextDouble())))))
                {
                    tool.Kill();
                    kills++;
                    isBegun = File.Exists(scratch.PathOf($"run{run}/run.json"));
                }
                else
                {
                    result = tool.End().EndsWith(0);
                }
            }

            Assert.Equal(scratch.Read("whole.npy"), scratch.Read($"map{run}.npy"));
        }
    }

    [Fact]
    public void An_interrupted_run_tells_how_to_go_on_and_does()
    {
        scratch.Text("data.csv", Clusters.Csv(300, 5));
        string[] options = ["--perplexity", "8", "--iterations", "40000", "--early-exaggeration-iter", "60", "--tolerance", "0"];
        using Tool tool = Tool.Start(scratch, ["fit", "data.csv", "-o", "map.npy", "--checkpoint", "big.run", .. options]);
        tool.WaitFor("optimize");
        tool.Signal(PosixSignal.SIGINT);
        ToolResult result = tool.End().EndsWith(130);
        Assert.Contains("continue with: vicinity fit --resume big.run", result.Error, StringComparison.Ordinal);
        Assert.Equal(["data.csv", "map.npy"], scratch.Files);
        Assert.Contains("resumed at iteration", Tool.Run(scratch, "fit", "--resume", "big.run").EndsWith(0).Error, StringComparison.Ordinal);
        Tool.Run(scratch, ["fit", "data.csv", "-o", "whole.npy", .. options]).EndsWith(0);
        Assert.Equal(scratch.Read("whole.npy"), scratch.Read("map.npy"));
    }

    [Fact]
    public void A_damaged_checkpoint_is_named_and_the_one_before_it_used()
    {
        Keep("--checkpoint-every", "0.001s");
        byte[] expected = scratch.Read("map.npy");
        byte[] newest = scratch.Read("run/checkpoint.bin");
        newest[^200] ^= 1;
        scratch.Bytes("run/checkpoint.bin", newest);
        string said = Tool.Run(scratch, "fit", "--resume", "run", "-o", "again.npy").EndsWith(0).Error;
        Assert.Contains("checkpoint.bin: the checksum", said, StringComparison.Ordinal);
        Assert.Contains("resumed at iteration", said, StringComparison.Ordinal);
        Assert.Equal(expected, scratch.Read("again.npy"));

        scratch.Bytes("run/checkpoint.bin", []);
        scratch.Bytes("run/checkpoint.previous.bin", [1, 2, 3]);
        said = Tool.Run(scratch, "fit", "--resume", "run", "-o", "anew.npy").EndsWith(0).Error;
        Assert.DoesNotContain("resumed at iteration", said, StringComparison.Ordinal);
        Assert.Equal(expected, scratch.Read("anew.npy"));
    }

    [Fact]
    public void A_run_that_was_kept_is_not_overwritten_and_needs_its_own_input()
    {
        Keep();
        Assert.Contains("--resume run", Tool.Run(scratch, "fit", "data.csv", "-o", "map.npy", "--checkpoint", "run").EndsWith(2).Error, StringComparison.Ordinal);
        Assert.Contains("--perplexity", Tool.Run(scratch, "fit", "--resume", "run", "--perplexity", "5").EndsWith(2).Error, StringComparison.Ordinal);
        Assert.Contains("INPUT", Tool.Run(scratch, "fit", "data.csv", "--resume", "run").EndsWith(2).Error, StringComparison.Ordinal);
        Assert.Contains("no run", Tool.Run(scratch, "fit", "--resume", "nothing").EndsWith(3).Error, StringComparison.Ordinal);
        Assert.Contains("0.2s", Tool.Run(scratch, "fit", "data.csv", "-o", "x.npy", "--checkpoint-every", "5").EndsWith(2).Error, StringComparison.Ordinal);
        scratch.Text("data.csv", Clusters.Csv(301, 5));
        Assert.Contains("data.csv has changed", Tool.Run(scratch, "fit", "--resume", "run").EndsWith(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_never_began_leaves_its_folder_to_the_next()
    {
        scratch.Text("data.csv", "a,b\n1,2\n3,nan\n");
        Tool.Run(scratch, ["fit", "data.csv", "-o", "map.npy", "--checkpoint", "run"]).EndsWith(3);
        Assert.True(File.Exists(scratch.PathOf("run/run.json")));
        Keep();
        Assert.True(File.Exists(scratch.PathOf("run/checkpoint.bin")));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_does_not_stop_the_run()
    {
        scratch.Text("data.csv", Clusters.Csv(300, 5));
        using Tool tool = Tool.Start(scratch, ["fit", "data.csv", "-o", "map.npy", "--checkpoint", "run", "--checkpoint-every", "0.05s", "--perplexity", "8", "--iterations", "20000", "--tolerance", "0"]);
        tool.WaitFor("optimize");
        Directory.Move(scratch.PathOf("run"), scratch.PathOf("gone"));
        string said = tool.End().EndsWith(0).Error;
        Assert.Contains("no checkpoint at iteration", said, StringComparison.Ordinal);
        Assert.True(File.Exists(scratch.PathOf("map.npy")));
    }

    /// <summary>data.csv, map.npy, and the run in the folder run.</summary>
    private void Keep(params string[] more)
    {
        scratch.Text("data.csv", Clusters.Csv(300, 5));
        Tool.Run(scratch, ["fit", "data.csv", "-o", "map.npy", "--checkpoint", "run", .. Short, .. more]).EndsWith(0);
    }
}
