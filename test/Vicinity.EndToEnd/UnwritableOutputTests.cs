using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>What cannot be written ends with code 1 before any work.</summary>
public sealed class UnwritableOutputTests : IDisposable
{
    private readonly Scratch scratch = new();

    public UnwritableOutputTests() => scratch.Text("data.csv", Clusters.Csv(30, 3));

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_missing_folder_is_named() => Refuse("missing/map.npy", "missing", "create it");

    [Fact]
    public void A_folder_is_no_file()
    {
        Directory.CreateDirectory(scratch.PathOf("map.npy"));
        Refuse("map.npy", "map.npy", "directory");
    }

    [Fact]
    public void A_file_is_no_folder() => Refuse("data.csv/map.npy", "data.csv");

    /// <summary>Not even root can create a file there.</summary>
    [Fact]
    public void A_folder_that_takes_no_files_is_named() => Refuse("/proc/map.npy", "/proc/map.npy", "choose another directory");

    private void Refuse(string output, params string[] words)
    {
        ToolResult result = Tool.Run(scratch, "fit", "data.csv", "-o", "good.csv", "-o", output).EndsWith(1);
        result.Complains(words);
        Assert.DoesNotContain(".vicinity", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("read", result.Error.Split('\n').Select(line => line.Split(' ')[0]));
        Assert.Equal(["data.csv"], scratch.Files);
    }
}
