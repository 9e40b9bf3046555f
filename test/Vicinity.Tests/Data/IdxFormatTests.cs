using Xunit;
using static Vicinity.Tests.DataBytes;

namespace Vicinity.Tests;

public sealed class IdxFormatTests
{
    [Fact]
    public void Pictures_become_rows_of_pixels() =>
        AssertMatrix(ReadMatrix(Idx(8, [2, 2, 3], 0, 1, 2, 3, 4, 255, 6, 7, 8, 9, 10, 11)), 2, 6, 0, 1, 2, 3, 4, 255, 6, 7, 8, 9, 10, 11);

    [Fact]
    public void Two_dimensions_are_a_table() => AssertMatrix(ReadMatrix(Idx(8, [2, 1], 3, 4)), 2, 1, 3, 4);

    [Fact]
    public void A_packed_file_is_the_same() => AssertMatrix(ReadMatrix(Gzip(Idx(8, [2, 1, 1], 3, 4)), "digits-idx3-ubyte.gz"), 2, 1, 3, 4);

    [Theory]
    [InlineData(0x09, "FF80", -1, -128)]
    [InlineData(0x0B, "FFFF0102", -1, 258)]
    [InlineData(0x0C, "FFFFFFFF00000102", -1, 258)]
    [InlineData(0x0D, "BF80000040000000", -1, 2)]
    [InlineData(0x0E, "BFF00000000000004000000000000000", -1, 2)]
    public void Every_type_is_read_big_endian(byte type, string values, float first, float second) =>
        AssertMatrix(ReadMatrix(Idx(type, [1, 2], Convert.FromHexString(values))), 1, 2, first, second);

    [Theory]
    [InlineData(0x08, "00050007", 4, "0,5,0,7")]
    [InlineData(0x0B, "FFFF0102", 2, "-1,258")]
    public void Labels_are_one_dimension_of_integers(byte type, string values, int count, string expected)
    {
        Labels labels = ReadLabels(Gzip(Idx(type, [count], [.. Convert.FromHexString(values).Take(count * (type == 8 ? 1 : 2))])));
        Assert.Equal(expected, string.Join(',', Enumerable.Range(0, labels.Count).Select(i => labels[i])));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    public void A_wrong_length_is_refused_with_both_byte_counts(int bytes)
    {
        string message = Refusal(Idx(8, [3, 2, 2], new byte[bytes]), "train-idx3");
        Assert.Contains("train-idx3: the header promises 3 x 2 x 2 values of uint8, 12 bytes, but " + bytes + " bytes follow", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cut_of_a_file_is_refused()
    {
        byte[] whole = Idx(8, [2, 2, 1], 1, 2, 3, 4);
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.StartsWith("cut: ", Refusal(whole[..length], "cut"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_cut_of_a_packed_file_is_refused()
    {
        byte[] whole = Gzip(Idx(8, [50, 2, 1], [.. Enumerable.Range(0, 100).Select(k => (byte)(k * 37))]));
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.StartsWith("cut.gz: ", Refusal(whole[..length], "cut.gz"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_type_labels_as_data_and_empty_arrays_are_refused()
    {
        Assert.Contains("0x0A is no IDX type", Refusal(Idx(0x0A, [1, 1], 0)), StringComparison.Ordinal);
        Assert.Contains("1 dimension: labels, not data", Refusal(Idx(8, [2], 1, 2)), StringComparison.Ordinal);
        Assert.Contains("0 dimensions", Refusal(Idx(8, [])), StringComparison.Ordinal);
        Assert.Contains("0 x 28 x 28", Refusal(Idx(8, [0, 28, 28])), StringComparison.Ordinal);
        Assert.Contains("4294967295 x 4294967295 x 4294967295", Refusal(Idx(8, [-1, -1, -1], 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_as_labels_and_labels_that_are_no_integers_are_refused()
    {
        Assert.Contains("2 dimensions", Assert.Throws<InvalidDataException>(() => ReadLabels(Idx(8, [1, 1], 0))).Message, StringComparison.Ordinal);
        Assert.Contains("float32", Assert.Throws<InvalidDataException>(() => ReadLabels(Idx(0x0D, [1], 0, 0, 0, 0))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_float_that_is_not_finite_is_refused_with_its_place() =>
        Assert.Contains("row 1, column 0", Refusal(Idx(0x0D, [2, 1], Convert.FromHexString("3F8000007FC00000"))), StringComparison.Ordinal);
}
