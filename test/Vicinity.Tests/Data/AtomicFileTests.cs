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
    public void The_longest_name_can_be_written_and_a_longer_one_is_refused_before_the_work()
    {
        using TemporaryFolder folder = new();
        string longest = folder[new string('m', 251) + ".csv"];
        AtomicFile.Write(longest, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(longest));
        string longer = folder["\u00FC" + new string('m', 250) + ".csv"];
        Assert.StartsWith($"{longer} cannot be written: its name has 256 bytes", Assert.Throws<IOException>(() => new AtomicFile(longer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_disk_is_told_of_the_file_that_was_asked_for()
    {
        using TemporaryFolder folder = new();
        IOException error = Assert.Throws<IOException>(() => AtomicFile.Write(
            folder["map.csv"], stream => throw new IOException($"No space left on device : '{((FileStream)stream).Name}'")));
        Assert.Equal(
            $"{folder["map.csv"]} cannot be written in {folder.Path}: No space left on device : '{folder["map.csv"]}'. Make room or allow it, or choose another directory.",
            error.Message);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
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
