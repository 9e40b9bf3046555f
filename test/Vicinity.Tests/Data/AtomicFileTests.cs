using Xunit;

namespace Vicinity.Tests;

public sealed class AtomicFileTests
{
    [Fact]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        using TemporaryFolder folder = new();
        string path = folder.With("map.csv", "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_success_replaces_the_old_file_and_leaves_nothing_else()
    {
        using TemporaryFolder folder = new();
        string path = folder.With("map.csv", "a longer old text");
        AtomicFile.Write(path, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        using TemporaryFolder folder = new();
        string target = folder.With("target", "old");
        File.CreateSymbolicLink(folder["link"], "target");
        AtomicFile.Write(folder["link"], stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(target));
        Assert.NotNull(new FileInfo(folder["link"]).LinkTarget);
    }

    [Fact]
    public void A_directory_and_a_missing_folder_are_named()
    {
        using TemporaryFolder folder = new();
        Assert.Contains($"{folder.Path} cannot be written: it is a directory", Assert.Throws<IOException>(() => AtomicFile.Write(folder.Path, _ => { })).Message, StringComparison.Ordinal);
        string lost = Path.Combine(folder.Path, "no", "map.csv");
        Assert.Contains($"{lost} cannot be written: the directory", Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(lost, _ => { })).Message, StringComparison.Ordinal);
    }
}
