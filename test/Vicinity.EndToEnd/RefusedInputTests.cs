using Xunit;

namespace Vicinity.EndToEnd;

/// <summary>Bad data ends with code 3, one line that says what is wrong where, and no output.</summary>
public sealed class RefusedInputTests : IDisposable
{
    private readonly Scratch scratch = new();

    public static TheoryData<string, string, string[]> BadTables => new()
    {
        { "empty file", "", ["data.csv", "empty"] },
        { "header only", "a,b,c\n", ["data.csv", "row"] },
        { "ragged rows", "a,b\n1,2\n3\n5,6\n7,8\n", ["data.csv", "line 3", "1", "2"] },
        { "not a number", "a,b\n1,2\n3,NaN\n5,6\n7,8\n", ["data.csv", "row", "b", "NaN"] },
        { "infinite", "a,b\n1,2\n3,inf\n5,6\n7,8\n", ["data.csv", "row", "b", "inf"] },
        { "overflowing", "a,b\n1,2\n3,1e999\n5,6\n7,8\n", ["data.csv", "row", "b", "1e999"] },
        { "overflowing float", "a,b\n1,2\n3,1e39\n5,6\n7,8\n", ["data.csv", "row", "b", "1e39"] },
        { "text in a number column", "a,b\n1,2\n3,oops\n5,6\n7,8\n", ["data.csv", "row", "b", "oops"] },
        { "empty cell in a number column", "a,b\n1,2\n3,\n5,6\n7,8\n", ["data.csv", "row", "b"] },
        { "two rows", "a,b\n1,2\n3,4\n", ["data.csv", "at least 3 rows", "2"] },
        { "no number column", "a,b\nx,y\nz,w\nu,v\n", ["data.csv"] },
    };

    public static TheoryData<string, byte[], string[]> BadArrays => new()
    {
        { "truncated", NpyBytes.Of("<f4", "(10, 4)", 100), ["data.npy", "160", "100"] },
        { "wrong magic", NpyBytes.Of("<f4", "(10, 4)", 160, "\x93NUMPX"), ["data.npy"] },
        { "wrong type", NpyBytes.Of("<c8", "(10, 4)", 320), ["data.npy", "c8"] },
        { "pickled objects", NpyBytes.Of("|O", "(10, 4)", 320), ["data.npy", "O"] },
        { "three dimensions", NpyBytes.Of("<f4", "(10, 2, 2)", 160), ["data.npy", "3"] },
        { "no rows", NpyBytes.Of("<f4", "(0, 4)", 0), ["data.npy", "0"] },
        { "two rows", NpyBytes.Of("<f4", "(2, 4)", 32), ["data.npy", "at least 3 rows", "2"] },
        { "not a number", NpyBytes.OfFloats("(3, 2)", 1, 2, 3, float.NaN, 5, 6), ["data.npy", "row 1", "column 1", "NaN"] },
        { "infinite", NpyBytes.OfFloats("(3, 2)", 1, 2, 3, 4, float.NegativeInfinity, 6), ["data.npy", "row 2", "column 0"] },
    };

    public void Dispose() => scratch.Dispose();

    [Theory]
    [MemberData(nameof(BadTables))]
    public void A_bad_table_is_refused(string what, string text, string[] words)
    {
        Assert.NotEmpty(what);
        Refuse(scratch.Text("data.csv", text), words);
    }

    [Theory]
    [MemberData(nameof(BadArrays))]
    public void A_bad_array_is_refused(string what, byte[] bytes, string[] words)
    {
        Assert.NotEmpty(what);
        Refuse(scratch.Bytes("data.npy", bytes), words);
    }

    [Fact]
    public void A_truncated_idx_file_is_refused() =>
        Refuse(scratch.Bytes("images", [0, 0, 8, 3, 0, 0, 0, 5, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3]), ["images", "20", "3"]);

    [Fact]
    public void A_missing_file_is_refused() => Refuse("nowhere.csv", ["nowhere.csv", "does not exist"]);

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(scratch.PathOf("folder"));
        Refuse("folder", ["folder is a directory"]);
    }

    [Fact]
    public void Labels_of_another_length_are_refused()
    {
        scratch.Text("data.csv", Clusters.Csv(12, 3));
        scratch.Text("labels.txt", string.Concat(Enumerable.Repeat("a\n", 11)));
        Refuse("data.csv", ["labels.txt", "11", "12"], "--labels", "labels.txt");
    }

    [Fact]
    public void Labels_that_are_neither_a_column_nor_a_file_are_refused()
    {
        scratch.Text("data.csv", Clusters.Csv(12, 3));
        Refuse("data.csv", ["kinds"], "--labels", "kinds");
    }

    [Fact]
    public void A_start_of_another_shape_is_refused()
    {
        scratch.Text("data.csv", Clusters.Csv(12, 3));
        scratch.Bytes("start.npy", NpyBytes.Of("<f4", "(11, 2)", 88));
        Refuse("data.csv", ["start.npy", "11", "12"], "--init", "start.npy");
    }

    [Fact]
    public void A_start_that_is_neither_a_word_nor_a_file_is_refused()
    {
        scratch.Text("data.csv", Clusters.Csv(12, 3));
        Refuse("data.csv", ["pcaa", "pca, pca-raw, random"], "--init", "pcaa");
    }

    private void Refuse(string file, string[] words, params string[] more)
    {
        string[] before = [.. scratch.Files];
        Tool.Run(scratch, ["fit", file, "-o", "map.csv", "-o", "map.npy", .. more]).EndsWith(3).Complains(words);
        Assert.Equal(before, scratch.Files);
    }
}
