using System.Text;
using Xunit;
using static Vicinity.Tests.DataBytes;

namespace Vicinity.Tests;

public sealed class NpyFormatTests
{
    private static readonly float[] Six = [0, 1, 2, 3, 4, 5];

    /// <summary>Type code, element size, the numbers 0 ... 5 in it.</summary>
    public static TheoryData<string, int, byte[]> Types => new()
    {
        { "f4", 4, BytesOf<float>(0, 1, 2, 3, 4, 5) },
        { "f8", 8, BytesOf<double>(0, 1, 2, 3, 4, 5) },
        { "u1", 1, BytesOf<byte>(0, 1, 2, 3, 4, 5) },
        { "i4", 4, BytesOf(0, 1, 2, 3, 4, 5) },
        { "i8", 8, BytesOf<long>(0, 1, 2, 3, 4, 5) },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_is_read_in_every_version_byte_order_and_element_order(string type, int size, byte[] values)
    {
        for (int version = 1; version <= 3; version++)
        {
            foreach (string order in new[] { "<", "=", "|" })
            {
                AssertMatrix(ReadMatrix(Npy(order + type, "(3, 2)", values, version: version)), 3, 2, Six);
            }

            AssertMatrix(ReadMatrix(Npy(">" + type, "(3, 2)", Reversed(values, size), version: version)), 3, 2, Six);
            AssertMatrix(ReadMatrix(Npy("<" + type, "(3, 2)", values, fortranOrder: true, version)), 3, 2, 0, 3, 1, 4, 2, 5);
        }
    }

    [Fact]
    public void Signs_and_extremes_survive()
    {
        AssertMatrix(ReadMatrix(Npy("<i8", "(1, 2)", BytesOf(long.MinValue, long.MaxValue))), 1, 2, long.MinValue, long.MaxValue);
        AssertMatrix(ReadMatrix(Npy("<i4", "(1, 2)", BytesOf(-1, int.MinValue))), 1, 2, -1, int.MinValue);
        AssertMatrix(ReadMatrix(Npy("|u1", "(1, 2)", [255, 128])), 1, 2, 255, 128);
        AssertMatrix(ReadMatrix(Npy("<f8", "(1, 3)", BytesOf(1e-320, -0.0, 0.1))), 1, 3, 0, -0f, 0.1f);
        AssertMatrix(ReadMatrix(Npy("<f4", "(1, 2)", BytesOf(float.MaxValue, -float.Epsilon))), 1, 2, float.MaxValue, -float.Epsilon);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_array_of_several_blocks_is_read_whole(bool fortranOrder)
    {
        const int Rows = 70_001;
        double[] values = [.. Enumerable.Range(0, Rows * 3).Select(k => k * 0.5)];
        Matrix matrix = ReadMatrix(Npy("<f8", $"({Rows}, 3)", BytesOf(values), fortranOrder));
        for (int i = 0; i < Rows; i++)
        {
            for (int d = 0; d < 3; d++)
            {
                Assert.Equal((float)values[fortranOrder ? (d * Rows) + i : (i * 3) + d], matrix[i, d]);
            }
        }
    }

    [Fact]
    public void The_header_may_be_written_in_any_order_and_spacing() =>
        AssertMatrix(ReadMatrix(NpyWithHeader("{ 'shape' :(1,2), 'fortran_order':False ,'descr' : \"<f4\"}", BytesOf(7f, 8f))), 1, 2, 7, 8);

    /// <summary>The layout of the NumPy documentation, version 1.0: magic, version, length of the rest, dictionary, blanks, line end; 64-byte aligned.</summary>
    [Fact]
    public void Writing_gives_the_documented_bytes()
    {
        using MemoryStream stream = new();
        NpyFormat.Write(stream, Matrix.Copy([1f, -2f], 1, 2));
        string dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }";
        byte[] expected =
        [
            0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 0x01, 0x00, 0x76, 0x00,
            .. Encoding.ASCII.GetBytes(dictionary), .. Enumerable.Repeat((byte)' ', 117 - dictionary.Length), (byte)'\n',
            0x00, 0x00, 0x80, 0x3F, 0x00, 0x00, 0x00, 0xC0,
        ];
        Assert.Equal(expected, stream.ToArray());
    }

    [Theory]
    [InlineData("<f2")]
    [InlineData("<c8")]
    [InlineData("<U4")]
    [InlineData("|b1")]
    [InlineData("<i2")]
    [InlineData("f4")]
    [InlineData("")]
    public void Another_type_is_refused_by_name(string type)
    {
        string message = Refusal(Npy(type, "(1, 1)", new byte[8]), "wrong.npy");
        Assert.StartsWith("wrong.npy: ", message, StringComparison.Ordinal);
        Assert.Contains($"'{type}'", message, StringComparison.Ordinal);
        Assert.Contains("f4, f8, u1, i4 and i8", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_and_records_are_refused()
    {
        Assert.Contains("pickled Python objects", Refusal(Npy("|O", "(1, 1)", new byte[8])), StringComparison.Ordinal);
        Assert.Contains("records", Refusal(NpyWithHeader("{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (1, 1), }", new byte[4])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(2, 2, 2)", "3 dimensions (2 x 2 x 2)")]
    [InlineData("(8,)", "1 dimension;")]
    [InlineData("()", "0 dimensions")]
    [InlineData("(0, 4)", "0 x 4")]
    [InlineData("(4, 0)", "4 x 0")]
    public void Another_shape_than_a_table_is_refused(string shape, string found) =>
        Assert.Contains(found, Refusal(Npy("<f4", shape, new byte[32])), StringComparison.Ordinal);

    [Theory]
    [InlineData(15)]
    [InlineData(17)]
    public void A_file_of_another_length_than_promised_is_refused_with_both(int bytes)
    {
        string message = Refusal(Npy("<f4", "(2, 2)", new byte[bytes]), "short.npy");
        Assert.Contains("short.npy: the header promises 2 x 2 values of float32, 16 bytes", message, StringComparison.Ordinal);
        Assert.Contains($"but {bytes} bytes follow", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(1000000000, 1000000000)")]
    [InlineData("(9223372036854775807, 9223372036854775807)")]
    [InlineData("(4611686018427387904, 4)")]
    public void A_huge_promise_is_refused_before_anything_is_allocated(string shape)
    {
        byte[] bytes = Npy("<f4", shape, new byte[16]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("cut short", Refusal(bytes), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775808, 1), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1, 1), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, x), }")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': 1, }")]
    [InlineData("{'descr': '<f4', 'fortran_order': Perhaps, 'shape': (1, 1), }")]
    [InlineData("{'descr': '<f4', 'fortran_order'")]
    [InlineData("{'descr': '<f4")]
    [InlineData("")]
    public void A_damaged_header_is_refused(string header) =>
        Assert.Contains("the npy header has no readable '", Refusal(NpyWithHeader(header, new byte[4])), StringComparison.Ordinal);

    [Fact]
    public void Every_cut_of_a_file_is_refused()
    {
        byte[] whole = Npy("<f4", "(2, 2)", BytesOf(1f, 2f, 3f, 4f));
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.StartsWith("cut.npy: ", Refusal(whole[..length], "cut.npy"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wrong_magic_and_an_unknown_version_are_refused()
    {
        byte[] bytes = Npy("<f4", "(1, 1)", new byte[4]);
        bytes[0] = 0x94;
        Assert.Contains("944E554D50590100, no known magic number", Refusal(bytes), StringComparison.Ordinal);
        Assert.Contains("version 4.0 of npy", Refusal(Npy("<f4", "(1, 1)", new byte[4], version: 4)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void A_value_that_is_not_finite_is_refused_with_its_place(float bad, string shown)
    {
        byte[] values = BytesOf(0, 0, 0, 0, 0, bad);
        Assert.Contains($"bad.npy: row 2, column 1 (both counted from 0) is {shown};", Refusal(Npy("<f4", "(3, 2)", values), "bad.npy"), StringComparison.Ordinal);
        Assert.Contains($"row 1, column 2 (both counted from 0) is {shown};", Refusal(Npy("<f4", "(2, 3)", values)), StringComparison.Ordinal);
        values = BytesOf(0, 0, bad, 0, 0, 0);
        Assert.Contains($"row 2, column 0 (both counted from 0) is {shown};", Refusal(Npy("<f4", "(3, 2)", values, fortranOrder: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_double_that_no_float_can_hold_is_refused_as_it_stands() =>
        Assert.Contains("row 0, column 1 (both counted from 0) is -1E+39;", Refusal(Npy("<f8", "(1, 2)", BytesOf(1, -1e39))), StringComparison.Ordinal);
}
