using System.Diagnostics;

using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>A disk without room costs checkpoints or the output, never what was there before, and never the map.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Rows = 1500;

    private static readonly string[] Options = ["--perplexity", "8", "--iterations", "500", "--early-exaggeration-iter", "60", "--tolerance", "0"];

    private readonly Scratch scratch = new();
    private string? mounted;

    public FullDiskTests()
    {
        scratch.Text("data.csv", Clusters.Csv(Rows, 5));
        Tool.Run(scratch, ["fit", "data.csv", "-o", "whole.npy", .. Options]).EndsWith(0);
    }

    public void Dispose()
    {
        if (mounted is not null)
        {
            Shell("umount", mounted);
        }

        scratch.Dispose();
    }

    [Fact]
    public void Files_that_may_not_grow_cost_the_checkpoints_and_the_output_but_not_the_run()
    {
        string[] kept = ["fit", "data.csv", "-o", "map.npy", "--checkpoint", "run", "--checkpoint-every", "0.01s", .. Options];
        ToolResult full = Tool.RunShort(scratch, 8, kept).EndsWith(1);
        full.Complains("map.npy cannot be written");
        Assert.Contains("! no checkpoint at iteration", full.Error, StringComparison.Ordinal);
        Assert.Contains("the map is not kept", full.Error, StringComparison.Ordinal);
        Assert.Equal(["data.csv", "whole.npy"], scratch.Files);
        Assert.Equal(["run.json", "run.lock"], InRun());

        Kill(kept);
        byte[] before = scratch.Read("run/checkpoint.bin");
        Tool.RunShort(scratch, 8, "fit", "--resume", "run").EndsWith(1).Complains("map.npy cannot be written");
        Assert.Equal(before, scratch.Read("run/checkpoint.bin"));
        Resume();
    }

    [Fact]
    public void A_disk_that_is_full_keeps_the_checkpoint_before_and_the_old_output()
    {
        Directory.CreateDirectory(scratch.PathOf("disk"));
        Assert.SkipUnless(Shell("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", scratch.PathOf("disk")), "This user may not mount a file system, so a disk that is really full was not tried.");
        mounted = scratch.PathOf("disk");
        string[] kept = ["fit", "data.csv", "-o", "map.npy", "-o", "disk/map.csv", "--checkpoint", "disk/run", "--checkpoint-every", "0.01s", .. Options];
        Kill(kept, "disk/run");
        scratch.Text("disk/map.csv", "an older map");
        byte[] before = scratch.Read("disk/run/checkpoint.bin");
        Fill("disk/filler");
        ToolResult full = Tool.Run(scratch, "fit", "--resume", "disk/run").EndsWith(1);
        full.Complains("disk/map.csv cannot be written", "No space left");
        Assert.Contains("! no checkpoint at iteration", full.Error, StringComparison.Ordinal);
        Assert.Equal(before, scratch.Read("disk/run/checkpoint.bin"));
        Assert.Equal("an older map", File.ReadAllText(scratch.PathOf("disk/map.csv")));
        Assert.Equal(["filler", "map.csv"], Directory.GetFiles(mounted).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.False(File.Exists(scratch.PathOf("map.npy")));     // all outputs or none

        File.Delete(scratch.PathOf("disk/filler"));
        Tool.Run(scratch, "fit", "--resume", "disk/run").EndsWith(0);
        Assert.Equal(scratch.Read("whole.npy"), scratch.Read("map.npy"));
    }

    /// <summary>Leaves a run that was killed after its first checkpoint.</summary>
    private void Kill(string[] kept, string run = "run")
    {
        using Tool tool = Tool.Start(scratch, kept);
        while (!File.Exists(scratch.PathOf($"{run}/checkpoint.bin")) && !tool.EndsWithin(TimeSpan.FromMilliseconds(1)))
        {
        }

        tool.Kill();
        Assert.False(File.Exists(scratch.PathOf("map.npy")));
    }

    private void Resume()
    {
        Tool.Run(scratch, "fit", "--resume", "run").EndsWith(0);
        Assert.Equal(scratch.Read("whole.npy"), scratch.Read("map.npy"));
    }

    /// <summary>Takes all the room but 8 KiB: what is written then fails half way.</summary>
    private void Fill(string name)
    {
        using FileStream filler = new(scratch.PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (;;)
            {
                filler.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            filler.SetLength(filler.Length - 8192);
        }
    }

    private IEnumerable<string> InRun() => Directory.GetFiles(scratch.PathOf("run")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static bool Shell(params string[] words)
    {
        using Process process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
