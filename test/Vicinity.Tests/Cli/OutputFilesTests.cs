using Vicinity.Cli;

using Xunit;

namespace Vicinity.Tests;

public sealed class OutputFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vicinity-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_that_fails_takes_the_others_with_it()
    {
        string old = Path.Combine(folder, "old.csv");
        File.WriteAllText(old, "old");
        OutputFiles files = new([old, Path.Combine(folder, "gone", "map.csv")]);
        Assert.Throws<DirectoryNotFoundException>(() => files.Write(Map()));
        Assert.Equal([old], Directory.GetFileSystemEntries(folder));
        Assert.Equal("old", File.ReadAllText(old));
    }

    [Fact]
    public void Checking_leaves_nothing_behind()
    {
        new OutputFiles([Path.Combine(folder, "map.csv")]).Check([]);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void An_input_is_never_overwritten()
    {
        string input = Path.Combine(folder, "data.csv");
        string detour = Path.Combine(folder, "..", Path.GetFileName(folder), "data.csv");
        Assert.Throws<ArgumentException>(() => new OutputFiles([detour]).Check([input]));
    }

    private static FinishedMap Map()
    {
        Matrix map = Matrix.Copy(new float[,] { { 1, 2 }, { 3, 4 } });
        return new(new("two points", map, null, [0, 1]), new EmbeddingModel(map, 0, 0, 0, new(), new(1, 1), []));
    }
}
