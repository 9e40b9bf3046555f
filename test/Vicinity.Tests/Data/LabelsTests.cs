using System.Text;
using Xunit;
using static Vicinity.Tests.DataBytes;

namespace Vicinity.Tests;

public sealed class LabelsTests
{
    [Fact]
    public void Names_are_distinct_and_sorted_as_numbers_or_as_text()
    {
        Labels numbers = Labels.From(["10", "9", "-1", "9", "1.5"]);
        Assert.Equal(["-1", "1.5", "9", "10"], numbers.Names);
        Assert.Equal([3, 2, 0, 2, 1], numbers.Codes.ToArray());
        Labels texts = Labels.From(["10", "9", "b", "B", ""]);
        Assert.Equal(["", "10", "9", "B", "b"], texts.Names);
        Assert.Equal(["10", "9", "b", "B", ""], Enumerable.Range(0, texts.Count).Select(i => texts[i]));
    }

    [Fact]
    public void Some_points_keep_all_names()
    {
        Labels labels = Labels.From(["a", "b", "c", "a"]).Select([3, 1]);
        Assert.Equal(["a", "b"], [labels[0], labels[1]]);
        Assert.Equal(["a", "b", "c"], labels.Names);
        Assert.Equal([0, 1], labels.Codes.ToArray());
    }

    [Theory]
    [InlineData("a\nb\n", "a|b")]
    [InlineData("a\nb", "a|b")]
    [InlineData("a\r\nb\r\n", "a|b")]
    [InlineData("\uFEFFa\n\nb, c\n\n", "a||b, c|")]
    public void Text_has_one_label_per_line(string text, string expected) => AssertLabels(Encoding.UTF8.GetBytes(text), expected);

    [Theory]
    [InlineData("|u1", 1)]
    [InlineData("|i1", 1)]
    [InlineData("<u2", 2)]
    [InlineData("<i2", 2)]
    [InlineData("<u4", 4)]
    [InlineData("<i4", 4)]
    [InlineData("<u8", 8)]
    [InlineData("<i8", 8)]
    public void An_npy_array_of_any_integers_will_do(string type, int size)
    {
        byte[] little = [.. new byte[] { 3, 1, 2 }.SelectMany(value => new byte[] { value }.Concat(new byte[size - 1]))];
        AssertLabels(Npy(type, "(3,)", little), "3|1|2");
        AssertLabels(Npy(type.Replace('<', '>'), "(3,)", Reversed(little, size)), "3|1|2");
    }

    [Fact]
    public void Integers_keep_all_their_digits() =>
        AssertLabels(Npy("<i8", "(2,)", BytesOf(long.MinValue, 9007199254740993)), "-9223372036854775808|9007199254740993");

    [Fact]
    public void Other_arrays_and_other_files_are_refused()
    {
        AssertRefused(Npy("<f8", "(2,)", new byte[16]), "'<f8'");
        AssertRefused(Npy("<U3", "(2,)", new byte[24]), "one text per line");
        AssertRefused(Npy("<i4", "(2, 1)", new byte[8]), "2 dimensions (2 x 1)");
        AssertRefused(Npy("<i4", "(0,)", []), "no values");
        AssertRefused(Npy("<i4", "(2,)", new byte[7]), "cut short");
        AssertRefused([], "the file is empty");
        AssertRefused([1, 0, 2], "010002");
        AssertRefused([(byte)'a', (byte)'\n', 0xFF, (byte)'\n'], "not UTF-8");
    }

    private static void AssertLabels(byte[] bytes, string expected)
    {
        Labels labels = ReadLabels(bytes);
        Assert.Equal(expected, string.Join('|', Enumerable.Range(0, labels.Count).Select(i => labels[i])));
    }

    private static void AssertRefused(byte[] bytes, string problem)
    {
        string message = Assert.Throws<InvalidDataException>(() => ReadLabels(bytes)).Message;
        Assert.StartsWith("labels: ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }
}
